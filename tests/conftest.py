"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# Tests run side by side with builds of whole sites: time says nothing about a single example.
settings.register_profile("runbook", deadline=None)
settings.load_profile("runbook")
