"""The sample plan's site, built once for all tests of a run."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.frontend_tools import ROOT

EDITION = "staff/en"

KINDS = {
    "start": "index.html",
    "scenarios": "scenarios/index.html",
    "scenario": "scenarios/offices-closed.html",
    "roles": "roles/index.html",
    "role": "roles/crisis-lead.html",
    "cards": "cards/index.html",
    "card": "cards/offices-closed--crisis-lead.html",
    "calls": "calls/index.html",
    "call tree": "calls/crisis-team.html",
    "checklists": "checklists/index.html",
    "checklist": "checklists/offices-crisis-lead-now.html",
    "contacts": "contacts/index.html",
    "unit": "contacts/network.html",
    "sites": "sites/index.html",
    "site": "sites/tower.html",
    "suppliers": "suppliers/index.html",
    "supplier": "suppliers/lumenlijn.html",
    "levels": "levels/index.html",
    "messages": "messages/index.html",
    "message": "messages/staff-alert.html",
    "history": "history/index.html",
    "what if": "what-if/index.html",
    "loss of a site": "what-if/site-dc-north.html",
    "loss of a person": "what-if/person-emre-kaya.html",
    "recovery order": "recovery/index.html",
    "activities": "activities/index.html",
    "activity": "activities/noc.html",
    "systems": "systems/index.html",
    "system": "systems/identity.html",
    "programme": "programme/index.html",
    "duties": "duties/index.html",
    "units": "units/index.html",
    "unit with plan": "units/network.html",
    "plans": "plans/index.html",
    "plan": "plans/bcp-network.html",
    "risks": "risks/index.html",
    "resources": "resources/index.html",
    "exercises": "exercises/index.html",
    "exercise": "exercises/cyber-2026.html",
    "awareness": "awareness/index.html",
    "actions": "actions/index.html",
    "status": "status/index.html",
    "coverage": "status/coverage.html",
    "standard": "status/iso-22301.html",
    "revisions": "revisions/index.html",
    "save": "save/index.html",
    "is my card current": "current.html",
    "on paper": "paper/index.html",
    "all": "all/index.html",
}
"""One page of every kind."""


def build(folder: Path) -> Path:
    """The sample, built with the command that a maintainer uses; ``folder`` is the test's own."""
    return once(folder, "sample", [sys.executable, "-m", "generator", "build"])


def once(folder: Path, name: str, command: Sequence[str]) -> Path:
    """A site that all tests of a run share, built by whichever process needs it first."""
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    root = folder.parent if alone else folder.parent.parent
    place, part = root / f"shared-{name}", root / f"making-{name}"
    with (root / f"shared-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            shutil.rmtree(part, ignore_errors=True)
            _run([*command, "--site-dir", str(part / "site")])
            part.rename(place)
    return place / "site"


def _run(command: Sequence[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
