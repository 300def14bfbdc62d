"""Edits of a plan's files: worked out in their text, read back, and put in place."""
