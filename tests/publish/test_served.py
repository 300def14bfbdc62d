"""`runbook verify URL` against a server that does to a site what hosts do to sites."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.seal.kinds import content_type
from generator.verify import host as host_module
from generator.verify.finding import Finding
from generator.verify.host import CONNECTIONS, NoAnswerError
from generator.verify.served import verify_served
from tests.publish.sealed_site import files_below, packs_of, program_at, write_site

LOGIN = b'<!doctype html><title>Log in</title><form><input type="password" name="p"></form>'
WRONG = b"<!doctype html><title>Hello</title><p>This is the start page of an app.</p>"
ALWAYS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "X-Frame-Options": "DENY",
}


@dataclass
class Answer:
    """What the server is about to send; a fault changes it. ``hang`` seconds are waited first."""

    status: int
    headers: dict[str, str]
    body: bytes
    length: int | None = None
    drop: bool = False
    hang: float = 0


Fault = Callable[[str, Answer], None]


def no_fault(_: str, __: Answer) -> None:
    """A host as it should be."""


@dataclass
class FaultyHost:
    """A server with a fault, and what it was asked."""

    files: dict[str, bytes]
    fault: Fault = no_fault
    asked: list[str] = field(default_factory=list)
    connections: int = 0
    at_once: int = 0
    most_at_once: int = 0
    url: str = ""
    ended: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str) -> Answer:
        found = path if path in self.files else f"{path}index.html"
        there = found in self.files
        body = self.files[found] if there else b"not here"
        kind = content_type(found) if there else "text/html"
        answer = Answer(200 if there else 404, {"Content-Type": kind, **ALWAYS}, body)
        self.fault(path, answer)
        return answer


def _handler(host: FaultyHost) -> type[BaseHTTPRequestHandler]:
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # Headers and body in one go: two small packets wait for each other.

        def setup(self) -> None:
            super().setup()
            with lock:
                host.connections += 1

        def do_GET(self) -> None:
            with lock:
                host.asked.append(self.path)
                host.at_once += 1
                host.most_at_once = max(host.at_once, host.most_at_once)
            try:
                self._answer(host.answer(unquote(self.path[1:])))
            finally:
                with lock:
                    host.at_once -= 1

        def _answer(self, answer: Answer) -> None:
            if answer.hang:
                host.ended.wait(answer.hang)
            if answer.drop:
                self.close_connection = True
                return
            self.send_response(answer.status)
            length = len(answer.body) if answer.length is None else answer.length
            for name, value in {**answer.headers, "Content-Length": str(length)}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)
            if answer.length is not None:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", "2026.1", pages=4)


@pytest.fixture
def host(site: Path) -> Iterator[FaultyHost]:
    one = FaultyHost(files_below(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(one))
    server.daemon_threads = True
    one.url = f"http://127.0.0.1:{server.server_address[1]}/"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield one
    one.ended.set()
    server.shutdown()
    thread.join()
    server.server_close()


def codes(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.file, finding.code) for finding in findings}


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
    from urllib.parse import quote

    host.files = {below + path: content for path, content in host.files.items()}
    for address in (below, below.rstrip("/"), below + "index.html"):
        assert verify_served(host.url + quote(address)).findings == []


def _missing(path: str, answer: Answer) -> None:
    if path == "staff/en/people/p1.html":
        answer.status = 404


def _flipped(path: str, answer: Answer) -> None:
    if path == "staff/en/people/p1.html":
        answer.body = answer.body[:50] + bytes([answer.body[50] ^ 1]) + answer.body[51:]


def _script_put_in(path: str, answer: Answer) -> None:
    if path.endswith(".html"):
        script = b'<script src="https://stats.example/a.js"></script></body>'
        answer.body = answer.body.replace(b"</body>", script)


def _cut_off(path: str, answer: Answer) -> None:
    if path == "staff/en/people/p1.html":
        answer.length = len(answer.body)
        answer.body = answer.body[:100]


def _cut_off_quietly(path: str, answer: Answer) -> None:
    if path == "staff/en/people/p1.html":
        answer.body = answer.body[:100]


def _sent_away(path: str, answer: Answer) -> None:
    if path == "staff/en/people/p1.html":
        answer.status, answer.headers["Location"] = 302, "https://login.example/?next=p1"


def _login(path: str, answer: Answer) -> None:
    if path.endswith("p1.html"):
        answer.body, answer.headers["Content-Type"] = LOGIN, "text/html"


def _locked(path: str, answer: Answer) -> None:
    if path.endswith("p1.html"):
        answer.status = 401


def _broken(path: str, answer: Answer) -> None:
    if path.endswith("p1.html"):
        answer.status = 503


def _start_page_for_pictures(path: str, answer: Answer) -> None:
    if path.endswith(".svg"):
        answer.body, answer.headers["Content-Type"] = WRONG, "text/html"


def _dropped(path: str, answer: Answer) -> None:
    answer.drop = path == "staff/en/people/p1.html"


def _wipes_phones(path: str, answer: Answer) -> None:
    if path == "staff/nl/calendar.ics":
        answer.headers["Clear-Site-Data"] = '"*"'


def _plain_styles(path: str, answer: Answer) -> None:
    if path.endswith("en/assets/style.css"):
        answer.headers["Content-Type"] = "text/plain"


P1 = "staff/en/people/p1.html"


@pytest.mark.parametrize(
    ("fault", "file", "code"),
    [
        (_missing, P1, "missing"),
        (_flipped, P1, "changed"),
        (_script_put_in, P1, "rewritten"),
        (_script_put_in, "index.html", "rewritten"),
        (_cut_off, P1, "truncated"),
        (_cut_off_quietly, P1, "truncated"),
        (_sent_away, P1, "redirected"),
        (_login, P1, "login-page"),
        (_locked, P1, "locked"),
        (_broken, P1, "wrong-status"),
        (_start_page_for_pictures, "staff/en/pictures/plan.svg", "another-page"),
        (_dropped, P1, "no-answer"),
        (_wipes_phones, "staff/nl/calendar.ics", "clear-site-data"),
        (_plain_styles, "staff/en/assets/style.css", "wrong-type"),
    ],
)
def test_faults_of_files(host: FaultyHost, fault: Fault, file: str, code: str) -> None:
    host.fault = fault
    found = [one for one in verify_served(host.url).findings if one.stops]
    assert (file, code) in codes(found)
    assert {one.code for one in found} == {code}
    done = CliRunner().invoke(main, ["verify", host.url])
    assert done.exit_code == 1
    assert f"{file}: error[{code}]" in done.output


def test_what_a_host_puts_in_is_shown(host: FaultyHost) -> None:
    host.fault = _script_put_in
    found = verify_served(host.url).findings
    assert all('it puts in: <script src="https://stats.example' in one.message for one in found)
    done = CliRunner().invoke(main, ["verify", host.url])
    assert "… and" in done.output


def test_no_redirect_is_followed_elsewhere(host: FaultyHost, site: Path) -> None:
    other = FaultyHost(files_below(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(other))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        away = f"http://127.0.0.1:{server.server_address[1]}/"

        def fault(path: str, answer: Answer) -> None:
            answer.status, answer.headers["Location"] = 301, away + path

        host.fault = fault
        found = verify_served(host.url)
        assert codes(found.findings) == {("offline/site.json", "redirected")}
        assert away in found.findings[0].message
        assert other.asked == []
        assert len(host.asked) == 1
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_shorter_addresses_are_only_noted(host: FaultyHost) -> None:
    """As Cloudflare Pages does it."""

    def fault(path: str, answer: Answer) -> None:
        whole = f"{path}.html"
        if path.endswith(".html"):
            short = path.removesuffix("index.html").removesuffix(".html")
            answer.status, answer.body = 308, b""
            answer.headers["Location"] = "/" + short.rpartition("/")[0] + "/" * ("/" in short)
            from urllib.parse import quote

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


def test_a_worker_that_imports_nothing_is_said(host: FaultyHost) -> None:
    host.files["sw.js"] = sha256(host.files["offline/site.json"]).hexdigest().encode()
    assert codes(verify_served(host.url).findings) == {("sw.js", "format")}


def worker_for(host: FaultyHost, manifest: bytes) -> bytes:
    """The worker of a host, as if it were that of another manifest."""
    old = sha256(host.files["offline/site.json"]).hexdigest().encode()
    return host.files["sw.js"].replace(old, sha256(manifest).hexdigest().encode())


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


def test_a_pack_is_damaged_or_missing(host: FaultyHost, site: Path) -> None:
    right = dict(host.files)
    for name in packs_of(site):
        path = f"offline/{name}.pack"
        host.files = {
            **right,
            path: right[path][:-5] + bytes([right[path][-5] ^ 1]) + right[path][-4:],
        }
        assert codes(verify_served(host.url).findings) == {(path, "changed")}
        host.files = {key: value for key, value in right.items() if key != path}
        assert codes(verify_served(host.url).findings) == {(path, "missing")}


def test_packs_unpacked_on_the_way_are_right(host: FaultyHost) -> None:
    for path in [path for path in host.files if path.endswith(".pack")]:
        host.files[path] = gzip.decompress(host.files[path])
    assert verify_served(host.url).findings == []


def test_packs_packed_twice_are_noted(host: FaultyHost) -> None:
    def fault(path: str, answer: Answer) -> None:
        if path.endswith(".pack") and answer.status == 200:
            answer.body, answer.headers["Content-Encoding"] = gzip.compress(answer.body), "gzip"

    host.fault = fault
    assert codes(verify_served(host.url).findings) == {("offline/site.json", "packed-twice")}


def test_a_pack_that_bursts_is_refused(host: FaultyHost, site: Path) -> None:
    path = f"offline/{min(packs_of(site))}.pack"
    host.files[path] = gzip.compress(bytes(64 * 2**20), 1)
    assert codes(verify_served(host.url).findings) == {(path, "changed")}


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


def test_options_of_a_folder_dont_go_with_an_address() -> None:
    assert CliRunner().invoke(main, ["verify", "http://x/", "--plan", "p"]).exit_code == 2


@pytest.mark.parametrize(
    "manifest",
    [
        b'{"format":2}',
        b'{"format":1}',
        b'{"format":1,"parts":{}}',
        b'{"format":1,"parts":[{"path":"","manifest":"../../x"}]}',
        b'{"format":1,"parts":[{"path":"","manifest":7}]}',
        b'{"format":1,"parts":[[]]}',
    ],
)
def test_odd_manifests_are_said(host: FaultyHost, manifest: bytes) -> None:
    host.files["sw.js"] = worker_for(host, manifest)
    host.files["offline/site.json"] = manifest
    found = verify_served(host.url).findings
    if manifest.endswith(b'"parts":{}}'):
        return
    assert codes(found) == {("offline/site.json", "format")}


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
