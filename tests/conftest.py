"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Playwright, expect, sync_playwright

from tests import patience

# Tests run side by side with builds of whole sites: time says nothing about a single example.
# Where others wait for the answer, the same examples are drawn each time; elsewhere new ones.
settings.register_profile(
    "runbook",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("runbook")

expect.set_options(timeout=patience.MILLISECONDS)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives Chromium; it can only be started once in a process."""
    with sync_playwright() as started:
        yield started
