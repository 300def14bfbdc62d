"""Verify what a host really serves: every file and pack of a sealed site, by SHA-256."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from ipaddress import ip_address
from threading import Lock
from urllib.parse import urlsplit

from msgspec import Struct

from generator.verify import judging
from generator.verify.finding import Finding
from generator.verify.host import CONNECTIONS, Answer, Host, NoAnswerError, Progress
from generator.verify.sealed import (
    MANIFEST,
    WORKER,
    NotSealedError,
    SealedSite,
    pack_path,
    read_sealed,
)
from generator.verify.unpacking import unpacked

_NOWHERE = f"offline/{'0' * 64}.pack"
"""No site has this file: nothing unpacks to it."""
_PATIENCE = 8
"""After so many files without an answer the host is taken to be gone."""


@dataclass
class Served:
    """What was found at a host."""

    name: str = ""
    files: int = 0
    findings: list[Finding] = field(default_factory=list)


class _Job(Struct, frozen=True):
    """A file to look at."""

    path: str
    look: Callable[[], list[Finding]]


class _FaultError(Exception):
    """A file that has to be there for all others to be judged isn't right."""

    def __init__(self, findings: Iterable[Finding]):
        self.findings = tuple(findings)


def verify_served(
    url: str, published: Mapping[str, str] | None = None, progress: Progress | None = None
) -> Served:
    """Compare what ``url`` serves with what its own manifest says, and with what was ``published``
    (path → SHA-256) if that is known. ValueError if it is no address; NoAnswerError if nobody
    answers there."""
    with Host(url) as host:
        return _Verification(host, published or {}, progress).run()


class _Verification:
    def __init__(self, host: Host, published: Mapping[str, str], progress: Progress | None):
        self._host = host
        self._published = published
        self._progress = progress
        self._answers: dict[str, Answer] = {}
        self._silent = 0
        self._counting = Lock()
        self._looked = self._all = 0
        self._pretty: list[str] = []

    def run(self) -> Served:
        try:
            site = read_sealed(self._needed)
        except _FaultError as fault:
            return Served(findings=sorted(fault.findings))
        except NotSealedError as error:
            return Served(findings=[Finding(error.path, error.code, error.message)])
        found = [*self._start(site.program), *self._older()]
        packs = list(self._packs(site))
        files = [*self._files(site), *self._rest(site)]
        self._all = len(packs) + len(files)
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            found += self._done(pool, packs)
            site.keep_chunks()
            found += self._done(pool, files)
        found += self._notes()
        return Served(site.name, self._all, sorted(set(found)))

    def _needed(self, path: str) -> bytes:
        """A file without which nothing can be judged. _FaultError if it isn't answered well."""
        if path not in self._answers:
            answer = self._host.get(path)
            if answer.status != 200:
                to = self._host.target_of(path, answer)
                raise _FaultError(self._not_there(path, answer, to))
            if path.endswith(".js") and answer.type == "text/html":
                raise _FaultError([judging.differs(path, answer, None, None)])
            self._answers[path] = answer
        return self._answers[path].body

    def _not_there(self, path: str, answer: Answer, to: str) -> Iterator[Finding]:
        yield from judging.sent_elsewhere(path, answer, to)
        if path == MANIFEST and answer.status in (404, 410):
            message = "No sealed site is here: is the address right, and was the site published?"
            yield Finding(path, "not-sealed", message)

    def _start(self, program: str) -> Iterator[Finding]:
        """Worker, its program and manifest, which were read already."""
        for path in (WORKER, program, MANIFEST):
            answer = self._answers[path]
            yield from judging.headers_of(path, answer)
            if path != program:
                yield from judging.asked_again(path, answer)
        parts = urlsplit(self._host.url)
        if parts.scheme == "http" and not _is_loopback(parts.hostname or ""):
            message = "The address begins with http: phones can't save the plan. Use https."
            yield Finding("index.html", "no-https", message, stops=False)

    def _older(self) -> Iterator[Finding]:
        wanted = self._published.get(MANIFEST)
        if wanted and sha256(self._answers[MANIFEST].body).hexdigest() != wanted:
            message = (
                "The host serves another revision than was published; a cache may be in between."
            )
            yield Finding(MANIFEST, "another-revision", message)

    def _packs(self, site: SealedSite) -> Iterator[_Job]:
        for name, size in site.packs.items():
            yield _Job(pack_path(name), partial(self._pack, site, name, size))

    def _files(self, site: SealedSite) -> Iterator[_Job]:
        for path, file in site.files.items():
            yield _Job(path, partial(self._file, site, path, file.sha256, file.size))

    def _rest(self, site: SealedSite) -> Iterator[_Job]:
        """Files that were published and that no manifest names."""
        for path, sha in self._published.items():
            known = path in site.files or path in (WORKER, MANIFEST, site.program)
            known = known or path.endswith(".pack")
            hidden = any(step.startswith((".", "_")) for step in path.split("/")) or path == "CNAME"
            if not known and not hidden:
                yield _Job(path, partial(self._file, site, path, sha, None))

    def _pack(self, site: SealedSite, name: str, size: int) -> list[Finding]:
        path = pack_path(name)
        answer = self._answers.get(path) or self._host.get(path)
        if answer.status != 200:
            to = self._host.target_of(path, answer)
            return list(judging.sent_elsewhere(path, answer, to))
        fault = judging.pack_differs(path, name, size, answer)
        if fault is not None:
            return [fault]
        if name not in site.opened and name not in site.manifests:
            site.opened[name] = unpacked(answer.body)
        self._remember("a pack", answer)
        return list(judging.headers_of(path, answer))

    def _file(self, site: SealedSite, path: str, sha: str, size: int | None) -> list[Finding]:
        answer = self._host.get(path)
        if answer.redirected and self._is_pretty(path, answer):
            self._pretty.append(path)
            answer = self._host.get_address(self._host.target_of(path, answer))
        if answer.status != 200:
            to = self._host.target_of(path, answer)
            return list(judging.sent_elsewhere(path, answer, to))
        if sha256(answer.body).hexdigest() != sha:
            return [judging.differs(path, answer, site.content(path), size)]
        if path.endswith(".html"):
            self._remember("a page", answer)
        return list(judging.headers_of(path, answer))

    def _is_pretty(self, path: str, answer: Answer) -> bool:
        """Whether a host only leaves out the end of a page's address."""
        here = self._host.address(path)
        shorter = {here.removesuffix("index.html"), here.removesuffix(".html")} - {here}
        return self._host.target_of(path, answer) in shorter

    def _remember(self, kind: str, answer: Answer) -> None:
        self._answers.setdefault(kind, answer)

    def _done(self, pool: ThreadPoolExecutor, jobs: Sequence[_Job]) -> list[Finding]:
        found: list[Finding] = []
        for findings in pool.map(self._patient, jobs):
            found += findings
            self._looked += 1
            if self._progress is not None:
                self._progress(self._looked, self._all)
        if self._silent >= _PATIENCE:
            message = "The host stopped answering; the rest wasn't looked at. Try again later."
            found.append(Finding(MANIFEST, "gone", message))
        return found

    def _patient(self, job: _Job) -> list[Finding]:
        before = self._silent
        if before >= _PATIENCE:
            return []
        try:
            found = job.look()
        except NoAnswerError as error:
            with self._counting:
                self._silent += 1
            return [Finding(job.path, "no-answer", f"The host doesn't answer: {error}.")]
        with self._counting:
            # Why not always: an answer that was under way when the host fell silent says nothing.
            if self._silent == before:
                self._silent = 0
        return found

    def _notes(self) -> Iterator[Finding]:
        """What is the same for many files is said once."""
        page, pack = self._answers.get("a page"), self._answers.get("a pack")
        if page is not None:
            secure = urlsplit(self._host.url).scheme == "https"
            yield from judging.missing_headers("index.html", page, secure=secure)
            yield from judging.asked_again("index.html", page)
        if pack is not None and "content-encoding" in pack.headers:
            message = "The host packs what is packed already; turn its compression off for `.pack`."
            yield Finding(MANIFEST, "packed-twice", message, stops=False)
        if self._pretty:
            message = (
                f"The host leaves out the end of {len(self._pretty)} addresses; links still work."
            )
            yield Finding(self._pretty[0], "pretty-addresses", message, stops=False)
        try:
            if self._host.get(_NOWHERE).status == 200:
                message = "The host shows some page for what isn't there; it should answer 404."
                yield Finding("404.html", "no-404", message, stops=False)
        except NoAnswerError:
            pass


def _is_loopback(name: str) -> bool:
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
