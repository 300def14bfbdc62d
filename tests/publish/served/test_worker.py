"""`runbook verify URL`: the worker, its program and the manifest."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.verify.served import verify_served
from tests.publish.sealed_site import program_at
from tests.publish.served.faulty_host import (
    LOGIN,
    P1,
    WRONG,
    Answer,
    FaultyHost,
    codes,
    worker_for,
)


def test_two_revisions_mixed(host: FaultyHost, site: Path) -> None:
    host.files["offline/site.json"] += b" "
    assert codes(verify_served(host.url).findings) == {("sw.js", "mixed")}


@pytest.mark.parametrize(
    ("status", "kind", "body", "code"),
    [
        (404, "text/html", b"not here", "missing"),
        (500, "text/html", b"oh", "wrong-status"),
        (302, "text/html", b"", "redirected"),
        (200, "text/html", WRONG, "another-page"),
        (200, "text/html", LOGIN, "login-page"),
    ],
)
def test_faults_of_the_worker(
    host: FaultyHost, status: int, kind: str, body: bytes, code: str
) -> None:
    def fault(path: str, answer: Answer) -> None:
        if path == "sw.js":
            answer.status, answer.body = status, body
            answer.headers |= {"Content-Type": kind, "Location": "/elsewhere.js"}

    host.fault = fault
    assert codes(verify_served(host.url).findings) == {("sw.js", code)}


@pytest.mark.parametrize("kind", ["text/plain", "application/octet-stream", "text/html", ""])
def test_a_worker_of_another_type(host: FaultyHost, kind: str) -> None:
    def fault(path: str, answer: Answer) -> None:
        if path == "sw.js":
            answer.headers["Content-Type"] = kind

    host.fault = fault
    found = verify_served(host.url).findings
    assert found[0].file == "sw.js"
    assert found[0].code in ("wrong-type", "another-page")
    assert found[0].stops


def test_a_worker_that_imports_nothing_is_said(host: FaultyHost) -> None:
    host.files["sw.js"] = sha256(host.files["offline/site.json"]).hexdigest().encode()
    assert codes(verify_served(host.url).findings) == {("sw.js", "format")}


@pytest.mark.parametrize(
    ("status", "kind", "body", "code"),
    [
        (404, "text/html", b"not here", "missing"),
        (200, "text/html", LOGIN, "login-page"),
        (200, "text/javascript", b"", "changed"),
        (200, "text/javascript", b"/* another */", "changed"),
    ],
)
def test_faults_of_the_worker_s_program(
    host: FaultyHost, site: Path, status: int, kind: str, body: bytes, code: str
) -> None:
    program = program_at(site)

    def fault(path: str, answer: Answer) -> None:
        if path == program:
            answer.status, answer.body, answer.headers["Content-Type"] = status, body, kind

    host.fault = fault
    assert codes(verify_served(host.url).findings) == {(program, code)}


def test_a_program_of_another_type_is_said(host: FaultyHost, site: Path) -> None:
    def fault(path: str, answer: Answer) -> None:
        if path == program_at(site):
            answer.headers["Content-Type"] = "text/plain"

    host.fault = fault
    (found,) = verify_served(host.url).findings
    assert (found.file, found.code, found.stops) == (program_at(site), "wrong-type", True)


@pytest.mark.parametrize(
    "manifest",
    [
        b'{"format":2}',
        b'{"format":1}',
        b'{"format":1,"parts":{}}',
        b'{"format":1,"parts":[]}',
        b'{"format":1,"parts":[{"path":"","manifest":"../../x"}]}',
        b'{"format":1,"parts":[{"path":"","manifest":7}]}',
        b'{"format":1,"parts":[[]]}',
        b'{"format":1,"parts":5}',
    ],
)
def test_odd_manifests_are_said(host: FaultyHost, manifest: bytes) -> None:
    host.files["sw.js"] = worker_for(host, manifest)
    host.files["offline/site.json"] = manifest
    assert codes(verify_served(host.url).findings) == {("offline/site.json", "format")}


def test_a_manifest_that_is_very_deep_is_said(host: FaultyHost) -> None:
    deep = b"[" * 200_000
    host.files["sw.js"] = worker_for(host, deep)
    host.files["offline/site.json"] = deep
    assert codes(verify_served(host.url).findings) == {("offline/site.json", "not-the-plan")}


def test_terminal_signs_from_a_host_are_not_printed(host: FaultyHost) -> None:
    def fault(path: str, answer: Answer) -> None:
        if path == P1:
            answer.status, answer.headers["Location"] = 301, "/\x1b]0;owned\x07"

    host.fault = fault
    titled = host.files["offline/site.json"].replace(b'"Plan"', b'"\\u001b]0;Plan\\u0007"')
    host.files["sw.js"] = worker_for(host, titled)
    host.files["offline/site.json"] = titled
    done = CliRunner().invoke(main, ["verify", host.url])
    assert "]0;Plan" in done.output
    assert "\x1b" not in done.output
    assert done.exit_code == 1
