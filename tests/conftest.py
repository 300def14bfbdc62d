"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Playwright, sync_playwright

# Tests run side by side with builds of whole sites: time says nothing about a single example.
settings.register_profile("runbook", deadline=None)
settings.load_profile("runbook")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives Chromium; it can only be started once in a process."""
    with sync_playwright() as started:
        yield started
