"""Each test of jobs runs with one, two and four processors."""

from __future__ import annotations

import os

import pytest

from generator import jobs


@pytest.fixture(autouse=True, params=[1, 2, 4])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    if not hasattr(os, "fork"):
        pytest.skip("this system can't fork")
    count = int(request.param)
    monkeypatch.setattr(jobs, "_processors", lambda: count)
    # Other tests may have left a thread in this process; our jobs share nothing with it.
    monkeypatch.setattr(jobs, "can_fork", lambda: True)
    return count


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that were begun."""
    found: list[int] = []
    fork = os.fork

    def forking() -> int:
        process = fork()
        if process:
            found.append(process)
        return process

    monkeypatch.setattr(os, "fork", forking)
    return found
