"""The pictures of the README, drawn from the sample plan: ``make pictures``."""
