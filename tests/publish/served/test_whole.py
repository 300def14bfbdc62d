"""`runbook verify URL`: a good host, and what one does to the whole site."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.verify import host as host_module
from generator.verify.host import CONNECTIONS, NoAnswerError
from generator.verify.served import verify_served
from tests.publish.sealed_site import files_below, packs_of
from tests.publish.served.faulty_host import (
    LOGIN,
    P1,
    WRONG,
    Answer,
    FaultyHost,
    codes,
    running,
)


def test_a_good_host_has_no_findings(host: FaultyHost, site: Path) -> None:
    found = verify_served(host.url)
    assert found.findings == []
    assert found.name == "Plan 2026.1"
    asked = {unquote(path[1:]) for path in host.asked}
    hidden = {".runbook-site", "offline/kill-switch.js"}
    assert asked == set(host.files) - hidden | {f"offline/{'0' * 64}.pack"}
    assert len(host.asked) == len(set(host.asked)), "nothing is asked for twice"
    assert packs_of(site)
    assert 1 < host.connections <= CONNECTIONS + 1
    assert host.most_at_once <= CONNECTIONS


def test_what_was_published_is_compared_too(host: FaultyHost, site: Path) -> None:
    published = {path: sha256(content).hexdigest() for path, content in host.files.items()}
    assert verify_served(host.url, published).findings == []
    assert "/offline/kill-switch.js" in host.asked
    assert not any("runbook-site" in path for path in host.asked)
    published["offline/kill-switch.js"] = "0" * 64
    published["offline/site.json"] = "0" * 64
    assert codes(verify_served(host.url, published).findings) == {
        ("offline/kill-switch.js", "changed"),
        ("offline/site.json", "another-revision"),
    }


@pytest.mark.parametrize("below", ["plan/", "a b/é/"])
def test_a_site_in_a_folder_of_the_address(host: FaultyHost, below: str) -> None:
    host.files = {below + path: content for path, content in host.files.items()}
    for address in (below, below.rstrip("/"), below + "index.html"):
        assert verify_served(host.url + quote(address)).findings == []
        assert verify_served(host.url + address).findings == [], "as people write it"


@pytest.mark.parametrize("place", ["http://[::1", "//[", "http://h:99999/"])
def test_a_redirect_to_what_is_no_address_is_said(host: FaultyHost, place: str) -> None:
    def fault(path: str, answer: Answer) -> None:
        if path == P1:
            answer.status, answer.headers["Location"] = 301, place

    host.fault = fault
    assert codes(verify_served(host.url).findings) == {(P1, "redirected")}


def test_no_redirect_is_followed_elsewhere(host: FaultyHost, site: Path) -> None:
    with running(FaultyHost(files_below(site))) as other:

        def fault(path: str, answer: Answer) -> None:
            answer.status, answer.headers["Location"] = 301, other.url + path

        host.fault = fault
        found = verify_served(host.url)
        assert codes(found.findings) == {("offline/site.json", "redirected")}
        assert other.url in found.findings[0].message
        assert other.asked == []
        assert len(host.asked) == 1


def test_shorter_addresses_are_only_noted(host: FaultyHost) -> None:
    """As Cloudflare Pages does it."""

    def fault(path: str, answer: Answer) -> None:
        whole = f"{path}.html"
        if path.endswith(".html"):
            short = path.removesuffix("index.html").removesuffix(".html")
            answer.status, answer.body = 308, b""
            answer.headers["Location"] = "/" + quote(short)
        elif whole in host.files:
            answer.status, answer.body = 200, host.files[whole]
            answer.headers["Content-Type"] = "text/html"

    host.fault = fault
    found = verify_served(host.url)
    assert {(one.code, one.stops) for one in found.findings} == {("pretty-addresses", False)}


@pytest.mark.parametrize(
    ("body", "code"),
    [(LOGIN, "not-the-plan"), (WRONG, "not-the-plan"), (b"[]", "not-the-plan"), (b"{}", "format")],
)
def test_a_host_that_answers_the_same_to_all(host: FaultyHost, body: bytes, code: str) -> None:
    def fault(_: str, answer: Answer) -> None:
        answer.status, answer.body, answer.headers["Content-Type"] = 200, body, "text/html"

    host.fault = fault
    assert codes(verify_served(host.url).findings) == {("offline/site.json", code)}


def test_headers_that_are_missing_and_caches_are_noted(host: FaultyHost) -> None:
    def fault(_: str, answer: Answer) -> None:
        answer.headers = {
            "Content-Type": answer.headers["Content-Type"],
            "Cache-Control": "max-age=600",
        }

    host.fault = fault
    found = verify_served(host.url).findings
    assert not any(one.stops for one in found)
    assert codes(found) == {
        ("sw.js", "cached"),
        ("offline/site.json", "cached"),
        ("index.html", "cached"),
        ("index.html", "missing-headers"),
    }
    assert CliRunner().invoke(main, ["verify", host.url]).exit_code == 0


def test_a_host_that_answers_200_for_what_isnt_there_is_noted(host: FaultyHost) -> None:
    def fault(_: str, answer: Answer) -> None:
        if answer.status == 404:
            answer.status, answer.body = 200, WRONG

    host.fault = fault
    assert codes(verify_served(host.url).findings) == {("404.html", "no-404")}


def test_a_host_that_stops_answering_is_left_alone(
    host: FaultyHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(_: str, answer: Answer) -> None:
        answer.drop = len(host.asked) > 25

    host.fault = fault
    found = verify_served(host.url).findings
    assert len(host.asked) < 60
    assert ("offline/site.json", "gone") in codes(found)
    assert sum(one.code == "no-answer" for one in found) < 20


def test_a_host_that_is_silent(host: FaultyHost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_module.Host, "seconds", 0.3)
    monkeypatch.setattr(host_module.Host.__init__, "__defaults__", (0.3, *_rest_of_defaults()))

    def fault(_: str, answer: Answer) -> None:
        answer.hang = 30

    host.fault = fault
    with pytest.raises(NoAnswerError, match="silent"):
        verify_served(host.url)
    done = CliRunner().invoke(main, ["verify", host.url])
    assert done.exit_code == 1
    assert "error[no-answer]" in done.output


def _rest_of_defaults() -> tuple[object, ...]:
    return (host_module.Host.__init__.__defaults__ or ())[1:]


def test_nobody_is_there() -> None:
    done = CliRunner().invoke(main, ["verify", "http://127.0.0.1:1/"])
    assert done.exit_code == 1
    assert "http://127.0.0.1:1/: error[no-answer]" in done.output
    assert "help:" in done.output


@pytest.mark.parametrize(
    "url", ["http://", "https://user@host/", "http://host:99999/", "http://[::1"]
)
def test_what_is_no_address(url: str) -> None:
    assert CliRunner().invoke(main, ["verify", url]).exit_code == 2


def test_a_password_in_an_address_is_not_repeated() -> None:
    done = CliRunner().invoke(main, ["verify", "https://me:hunter2@plan.example.org/"])
    assert done.exit_code == 2
    assert "without name and password" in done.output
    assert "hunter2" not in done.output


def test_options_of_a_folder_dont_go_with_an_address() -> None:
    assert CliRunner().invoke(main, ["verify", "http://x/", "--plan", "p"]).exit_code == 2
