"""The sample plan's site, built once for each test process."""

from __future__ import annotations

import subprocess
import sys
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
    "all": "all/index.html",
}
"""One page of every kind."""


def build(folder: Path) -> Path:
    """Build the sample with the command that a maintainer uses; its folder."""
    site = folder / "site"
    command = [sys.executable, "-m", "generator", "build", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return site
