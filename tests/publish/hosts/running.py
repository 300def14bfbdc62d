"""A running server, and what it answers."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from tests import patience
from tests.publish.hosts.place import Place


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@dataclass
class Asked:
    """An answer, as bytes came."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Running:
    """A running server with a site."""

    place: Place
    kind: str

    def ask(self, path: str, *, packed: bool = False, url: str = "") -> Asked:
        context = ssl.create_default_context(cafile=str(self.place.certificate))
        opener = build_opener(HTTPSHandler(context=context), _NoRedirects())
        encoding = "gzip" if packed else "identity"
        request = Request((url or self.place.url) + path, headers={"Accept-Encoding": encoding})
        try:
            with opener.open(request, timeout=patience.SECONDS) as answer:
                return Asked(answer.status, _small(answer.headers.items()), answer.read())
        except HTTPError as error:
            with error:
                return Asked(error.code, _small(error.headers.items()), error.read())


def _small(headers: list[tuple[str, str]]) -> dict[str, str]:
    names = [name.lower() for name, _ in headers]
    assert len(names) == len(set(names)), "no header is sent twice"
    return {name.lower(): value for name, value in headers}
