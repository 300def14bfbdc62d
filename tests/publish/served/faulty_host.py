"""A server that does to a site what hosts do to sites."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import unquote

from generator.seal.kinds import content_type
from generator.verify.finding import Finding

LOGIN = b'<!doctype html><title>Log in</title><form><input type="password" name="p"></form>'
WRONG = b"<!doctype html><title>Hello</title><p>This is the start page of an app.</p>"
P1 = "staff/en/people/p1.html"
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
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, path: str) -> Answer:
        found = path if path in self.files else f"{path}index.html"
        there = found in self.files
        body = self.files[found] if there else b"not here"
        kind = content_type(found) if there else "text/html"
        answer = Answer(200 if there else 404, {"Content-Type": kind, **ALWAYS}, body)
        self.fault(path, answer)
        return answer


class _Handler(BaseHTTPRequestHandler):
    """Answers as its host does, and keeps the host's books."""

    host: ClassVar[FaultyHost]
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # Headers and body in one go: two small packets wait for each other.

    def setup(self) -> None:
        super().setup()
        with self.host.lock:
            self.host.connections += 1

    def do_GET(self) -> None:
        host = self.host
        with host.lock:
            host.asked.append(self.path)
            host.at_once += 1
            host.most_at_once = max(host.at_once, host.most_at_once)
        try:
            self._answer(host.answer(unquote(self.path[1:])))
        finally:
            with host.lock:
                host.at_once -= 1

    def _answer(self, answer: Answer) -> None:
        self.host.ended.wait(answer.hang)
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


@contextmanager
def running(one: FaultyHost) -> Iterator[FaultyHost]:
    """The server, with its address filled in; it has ended afterwards."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"host": one}))
    server.daemon_threads = True
    one.url = f"http://127.0.0.1:{server.server_address[1]}/"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield one
    finally:
        one.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()


def codes(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.file, finding.code) for finding in findings}


def worker_for(host: FaultyHost, manifest: bytes) -> bytes:
    """The worker of a host, as if it were that of another manifest."""
    old = sha256(host.files["offline/site.json"]).hexdigest().encode()
    return host.files["sw.js"].replace(old, sha256(manifest).hexdigest().encode())
