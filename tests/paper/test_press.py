"""Typesetting on all processors never copies a process in which Typst ran."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial

from generator.paper.document import Document
from generator.paper.press import press
from generator.paper.typesetter import ran_here, typeset
from tests.paper.sheets import SOURCE, imprint


def empty() -> Document:
    return Document("one.pdf", "One", "en", "exit_posters", ())


def test_jobs_are_done_here_once_typst_ran() -> None:
    typeset(empty(), imprint(), SOURCE)
    assert ran_here()
    assert press([os.getpid] * 8) == [os.getpid()] * 8


def test_typst_runs_before_and_after_a_press_in_one_process() -> None:
    """In a process of its own, which would hang if it were copied at the wrong time."""
    code = "from tests.paper.test_press import twice; twice()"
    done = subprocess.run([sys.executable, "-c", code], timeout=120, check=False)
    assert done.returncode == 0


def twice() -> None:
    assert not ran_here()
    jobs = [partial(typeset, empty(), imprint(), SOURCE) for _ in range(8)]
    first = press(jobs)
    assert not ran_here()
    assert press(jobs) == first
    assert typeset(empty(), imprint(), SOURCE) == first[0]
    assert press(jobs) == first
    assert ran_here()
