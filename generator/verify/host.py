"""Asks one host for files: few connections that stay open, no proxy, no cookies, no redirects."""

from __future__ import annotations

import http.client
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

from msgspec import Struct

from generator.verify.unpacking import LARGEST, inflated

SECONDS = 20.0
"""How long a host may be silent."""
CONNECTIONS = 4
"""At most so many requests at once."""


_WRITTEN = "/%:@!$&'()*+,;=~"
"""Stays in an address as it was written (RFC 3986, 3.3); the rest goes in its place as bytes."""


class NoAnswerError(Exception):
    """The host gave no answer; why, in words."""


class Answer(Struct, frozen=True):
    """What a host answered: headers by their names in small letters, the body without a compression
    of the transport; ``cut_off`` if less came than was said."""

    status: int
    headers: dict[str, str]
    body: bytes
    cut_off: bool = False

    @property
    def type(self) -> str:
        """The media type without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def redirected(self) -> bool:
        """Whether it sends the reader elsewhere."""
        return self.status in (301, 302, 303, 307, 308)


@dataclass
class Host:
    """The site at ``url``. May be used from several threads; each has its own connection."""

    url: str
    seconds: float = SECONDS
    _local: threading.local = field(default_factory=threading.local)
    _opened: list[http.client.HTTPConnection] = field(default_factory=list)

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise ValueError(self.url)
        _ = parts.port
        path = quote(parts.path.removesuffix("index.html"), safe=_WRITTEN)
        self.url = f"{parts.scheme}://{parts.netloc}{path.rstrip('/')}/"

    def __enter__(self) -> Host:
        return self

    def __exit__(self, *_: object) -> None:
        for connection in self._opened:
            connection.close()

    def address(self, path: str) -> str:
        """The address of a file of the site."""
        return self.url + quote(path)

    def target_of(self, path: str, answer: Answer) -> str:
        """Where a redirect leads, as a whole address; as it was said if that isn't one."""
        said = answer.headers.get("location", "")
        try:
            return urljoin(self.address(path), said)
        except ValueError:
            return said

    def get(self, path: str) -> Answer:
        """Ask for a file of the site. NoAnswerError if there is no answer."""
        return self.get_address(self.address(path))

    def get_address(self, address: str) -> Answer:
        """Ask for an address at this host. A kept connection may have ended: then once again."""
        if urlsplit(address)[:2] != urlsplit(self.url)[:2]:
            raise NoAnswerError("it is at another host")
        for again in (True, False):
            kept = getattr(self._local, "connection", None)
            try:
                return self._asked(address)
            except (OSError, http.client.HTTPException) as error:
                self._forget()
                if kept is None or not again or isinstance(error, TimeoutError):
                    raise NoAnswerError(_words(error)) from None
        raise AssertionError

    def _asked(self, address: str) -> Answer:
        connection = self._connection()
        parts = urlsplit(address)
        wanted = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request(
            "GET", wanted, headers={"Accept-Encoding": "identity", "User-Agent": "runbook-verify"}
        )
        response = connection.getresponse()
        cut_off = False
        try:
            body = response.read(LARGEST)
        except http.client.IncompleteRead as error:
            body, cut_off = error.partial, True
        if cut_off or not response.isclosed():
            self._forget()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, headers, _decoded(body, headers), cut_off)

    def _connection(self) -> http.client.HTTPConnection:
        connection: http.client.HTTPConnection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._new()
            self._local.connection = connection
            self._opened.append(connection)
        return connection

    def _new(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.url)
        assert parts.hostname is not None  # noqa: S101 - see __post_init__
        if parts.scheme == "http":
            return http.client.HTTPConnection(parts.hostname, parts.port, timeout=self.seconds)
        return http.client.HTTPSConnection(
            parts.hostname, parts.port, timeout=self.seconds, context=ssl.create_default_context()
        )

    def _forget(self) -> None:
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = None


def _decoded(body: bytes, headers: dict[str, str]) -> bytes:
    """The body without a compression that we didn't ask for."""
    if headers.get("content-encoding", "").lower() not in ("gzip", "x-gzip"):
        return body
    try:
        return inflated(body)
    except ValueError:
        return body


def _words(error: Exception) -> str:
    """Why there is no answer; never what a host sent."""
    if isinstance(error, TimeoutError):
        return "it was silent for too long"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate isn't right: {error.verify_message}"
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return f"what it sent is no answer: {type(error).__name__}"


Progress = Callable[[int, int], None]
"""Told how many files were looked at, of how many."""
