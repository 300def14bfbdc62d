"""The ready-made settings, in the real servers: headers, types, packs, and what isn't there."""

from __future__ import annotations

import gzip
import re
import ssl
from urllib.error import HTTPError
from urllib.request import HTTPSHandler, Request, build_opener

import pytest

from generator.publish import Source
from generator.verify.served import verify_served
from tests import patience
from tests.publish.hosts.running import Asked, Running
from tests.publish.sealed_site import packs_of, program_at

FOREVER = "public, max-age=31536000, immutable"


def test_everything_is_served_aspublished(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(server.place.certificate))
    source = Source.read(server.place.folder / "built")
    found = verify_served(server.place.url, source.files)
    assert found.files > 60
    assert [str(one) for one in found.findings] == [
        "index.html: note[missing-headers] The host doesn't send: Strict-Transport-Security (when "
        "https works for good). `runbook hosts` has the settings."
    ]


@pytest.mark.parametrize(
    ("path", "kind", "caching"),
    [
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        ("", "text/html; charset=utf-8", "no-cache"),
        ("staff/en/", "text/html; charset=utf-8", "no-cache"),
        ("sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("offline/site.json", "application/json", "no-cache"),
        ("offline/kill-switch.js", "text/javascript; charset=utf-8", "no-cache"),
        ("staff/en/assets/style.css", "text/css; charset=utf-8", "no-cache"),
        ("staff/en/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("staff/en/calendar.ics", "text/calendar; charset=utf-8", "no-cache"),
        ("staff/en/people/p1.vcf", "text/vcard; charset=utf-8", "no-cache"),
        ("staff/en/pictures/plan.svg", "image/svg+xml", "no-cache"),
        ("staff/en/pictures/tower.jpg", "image/jpeg", "no-cache"),
        ("@pack", "application/octet-stream", FOREVER),
        ("@program", "text/javascript; charset=utf-8", FOREVER),
    ],
)
def test_headers(server: Running, path: str, kind: str, caching: str) -> None:
    path = {"@pack": _pack, "@program": _program}.get(path, lambda _: path)(server)
    for packed in (False, True):
        answer = server.ask(path, packed=packed)
        assert answer.status == 200
        assert answer.headers["content-type"].lower() == kind
        assert answer.headers["cache-control"] == caching
        _assert_protected(answer)


def _assert_protected(answer: Asked) -> None:
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["content-security-policy"] == "frame-ancestors 'none'"
    assert "camera" not in answer.headers["permissions-policy"]
    assert not {"clear-site-data", "strict-transport-security", "set-cookie"} & set(answer.headers)


def _pack(server: Running) -> str:
    return f"offline/{min(packs_of(server.place.site))}.pack"


def _program(server: Running) -> str:
    return program_at(server.place.site)


def test_text_is_packed_on_the_way_and_packs_are_not(server: Running) -> None:
    for path in ("index.html", "staff/nl/people/p1.html"):
        answer = server.ask(path, packed=True)
        assert answer.headers["content-encoding"] == "gzip"
        assert gzip.decompress(answer.body) == (server.place.site / path).read_bytes()
    for name in sorted(packs_of(server.place.site)):
        path = f"offline/{name}.pack"
        answer = server.ask(path, packed=True)
        assert "content-encoding" not in answer.headers
        assert answer.body == (server.place.site / path).read_bytes()
        assert answer.body.startswith(b"\x1f\x8b")


@pytest.mark.parametrize(
    "path",
    [
        "nothing.html",
        "staff/en/people/nobody",
        "staff/en/people/p1",
        f"offline/{'0' * 64}.pack",
        ".runbook-published",
        ".htaccess",
        ".git/config",
        "staff/en/.hidden",
    ],
)
def test_what_isnt_there_is_a_404_with_our_page(server: Running, path: str) -> None:
    if server.kind == "htaccess" and path == "staff/en/people/p1":
        pytest.skip("this host guesses names, and settings in .htaccess can't forbid it")
    if path.endswith("/.hidden"):
        (server.place.site / path).write_text("secret")
    answer = server.ask(path)
    assert answer.status in ((403, 404) if path == ".htaccess" else (404,))
    assert b"secret" not in answer.body
    assert "immutable" not in answer.headers.get("cache-control", "")
    assert answer.headers["content-type"].lower().startswith("text/html")
    if answer.status == 404:
        assert b"This page isn't there." in answer.body
        _assert_protected(answer)


def test_a_folder_without_its_slash_leads_to_it(server: Running) -> None:
    answer = server.ask("staff/en")
    assert answer.status in (301, 302, 308)
    location = answer.headers["location"]
    assert location.removeprefix(server.place.url.rstrip("/")) == "/staff/en/"


def test_a_folder_without_a_start_page_lists_nothing(server: Running) -> None:
    answer = server.ask("staff/en/people/")
    if server.kind == "htaccess":
        assert b"p1.vcf" not in answer.body
        return
    assert answer.status in (403, 404)


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize("name", ["sw.js", "@program"])
def test_an_unchanged_file_isnt_sent_again(server: Running, name: str, packed: bool) -> None:
    path = _program(server) if name == "@program" else name
    first = server.ask(path, packed=packed)
    context = ssl.create_default_context(cafile=str(server.place.certificate))
    opener = build_opener(HTTPSHandler(context=context))
    encoding = {"Accept-Encoding": "gzip"} if packed else {}
    said = {"If-None-Match": first.headers["etag"], **encoding}
    request = Request(server.place.url + path, headers=said)
    with pytest.raises(HTTPError) as again:
        opener.open(request, timeout=patience.SECONDS)
    assert again.value.code == 304


def test_http_leads_to_https(server: Running) -> None:
    if server.kind not in ("nginx", "apache"):
        pytest.skip("Caddy does it by itself; in .htaccess it is switched on by hand")
    answer = server.ask("staff/en/index.html", url=f"http://127.0.0.1:{server.place.http}/")
    assert answer.status == 301
    assert re.fullmatch(r"https://[^/]+/staff/en/index\.html", answer.headers["location"])
