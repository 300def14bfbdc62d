"""The settings as files: what `runbook hosts` writes, and what stands in it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator import __version__
from generator.cli import main
from generator.hosts import HOSTS, host_files


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.name)
def test_settings_are_written_and_never_overwritten(host: object, tmp_path: Path) -> None:
    name = host.name  # type: ignore[attr-defined]
    done = CliRunner().invoke(main, ["hosts", name, str(tmp_path)])
    assert done.exit_code == 0, done.output
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    for file in files:
        text = file.read_text("utf-8")
        assert "@version@" not in text
        if file.suffix in (".yml", ".yaml"):
            assert yaml.safe_load(text)
        elif file.suffix == ".toml":
            assert tomllib.loads(text)["build"]["publish"] == "site"
        elif file.suffix == ".json":
            assert json.loads(text)["Statement"]
        file.write_text("mine")
    again = CliRunner().invoke(main, ["hosts", name, str(tmp_path)])
    assert again.exit_code == 0
    assert again.output.count("kept") == len(files)
    assert {file.read_text() for file in files} == {"mine"}


def test_services_install_what_works_here(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["hosts", "github-pages", str(tmp_path)])
    lock = (tmp_path / "requirements.lock").read_text()
    assert re.search(r"^mkdocs==1\.6\.1$", lock, re.MULTILINE)
    assert re.search(r"^mkdocs-material==9\.8\.1$", lock, re.MULTILINE)
    assert re.search(r"^pyyaml==", lock, re.MULTILINE)
    assert "runbook-generator" not in lock
    workflow = (tmp_path / ".github/workflows/publish.yml").read_text()
    wheel = f"wheels/runbook_generator-{__version__}-py3-none-any.whl"
    assert f"pip install -c requirements.lock {wheel}" in workflow
    order = [
        workflow.index(step)
        for step in ("check plans", "runbook build", "verify site", "deploy-pages")
    ]
    assert order == sorted(order)


def test_every_host_that_sets_headers_sets_the_same() -> None:
    lines = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow",
        "X-Frame-Options": "DENY",
        "Permissions-Policy": "geolocation=(), microphone=(), payment=(), usb=()",
    }
    seen = 0
    for host in HOSTS:
        for path, content in host_files(host):
            text = content.decode()
            if "X-Frame-Options" not in text:
                continue
            seen += 1
            for name, value in lines.items():
                assert re.search(f"{name}[\"':=| `]+{re.escape(value)}", text), (path, name)
            assert not re.search(
                r"^[^#\n]*Clear-Site-Data", text.replace("Never add", "#"), re.MULTILINE
            )
    assert seen == 6


def test_the_list_names_every_host() -> None:
    done = CliRunner().invoke(main, ["hosts"])
    assert done.exit_code == 0
    assert len(done.output.splitlines()) == len(HOSTS) == 10
    wrong = CliRunner().invoke(main, ["hosts", "geocities"])
    assert wrong.exit_code == 2
