"""Bring what you have, take it elsewhere: tables, address books and calendars."""
