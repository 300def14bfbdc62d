"""Turns an organisation's plan data into an emergency runbook that opens anywhere."""

__version__ = "0.1.0"
