"""Seals a built site before anything of it is published."""

from __future__ import annotations

import os
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, partial
from hashlib import sha256
from html import escape
from pathlib import Path

from generator.aside import content_of
from generator.build import Reading
from generator.derive.standing_dates import whole_review_due
from generator.kept import Kept
from generator.locales import Locale
from generator.outputs.artifact import Artifact
from generator.seal import About, Fact, Scripts, Sealed, seal_read
from generator.seal import Reading as ReadFiles
from generator.seal.moment import moment
from generator.seal.packs import MAKER
from generator.seal.seal import SITE
from generator.site.builder import Built
from generator.site.composing import Finished
from generator.site.configuration import KILL_SWITCH, PROGRAM, WORKER, kept_files, own_files
from generator.site.entrance import site_title
from generator.site.project import Project
from generator.site.replacing import Lot
from generator.views.page import INDEX

_DIGEST = 8
_SHELVES = 8
"""Packs are kept for so many folders that sites were built to."""
_TAGS = re.compile(rb"<[^>]+>")


def seal_built(project: Project, built: Built, read: Iterable[ReadFiles], folder: Path) -> Sealed:
    """Seal a built site whose files were ``read``; ``folder`` may hold an earlier one. SealError
    names what in the pages would not work."""
    kept = _kept(project, folder)
    about = _about(project, built)
    sealed = seal_read(read, about, scripts(), _facts(built), _before(folder), kept)
    kept.save()
    return sealed


def _kept(project: Project, folder: Path) -> Kept:
    """The packs of the last build to this folder; those of the last few folders stay."""
    shelf = kept_files(project.config_file) / "packs"
    own = shelf / f"{sha256(os.fsencode(folder.resolve())).hexdigest()[:16]}.kept"
    with suppress(OSError):
        others = sorted(
            (one for one in shelf.glob("*.kept") if one != own),
            key=lambda one: one.stat().st_mtime,
        )
        for one in others[: 1 - _SHELVES]:
            one.unlink()
    return Kept(own, MAKER)


@cache
def scripts() -> Scripts:
    """The templates of the worker and its program, and the worker that ends it."""
    return Scripts(*((own_files() / path).read_bytes() for path in (WORKER, PROGRAM, KILL_SWITCH)))


def sealed_lots(built: Built, sealed: Sealed) -> Iterator[Lot]:
    """Every file of the sealed site, in lots; the worker is in the last one."""
    for lot in built.lots():
        yield partial(_sealed, lot, sealed)
    yield partial(_added, sealed)


def _sealed(lot: Lot, sealed: Sealed) -> Iterator[Artifact]:
    for path, content in sealed.files((one.path, one.content) for one in lot()):
        yield Artifact(path, content)


def _added(sealed: Sealed) -> Iterator[Artifact]:
    for path, content in sealed.added.items():
        yield Artifact(path, content)


def _about(project: Project, built: Built) -> About:
    plan = built.opened.plan
    due = whole_review_due(plan, project.as_of)
    return About(
        site_title(built.readings[0]),
        plan.plan.revision,
        moment(os.environ, project.plan if project.plan.is_dir() else project.plan.parent),
        expires=due.isoformat() if due else None,
        titles={one.edition.path: _part_title(one) for one in built.readings},
    )


def _part_title(reading: Reading) -> str:
    """An edition in one language, as a reader chooses it: All staff · English."""
    edition = reading.edition
    audience = edition.audience.title.for_reader(edition.language, edition.primary)
    return f"{audience.words} · {reading.words.say('name')}"


def _before(folder: Path) -> bytes | None:
    try:
        return (folder / SITE).read_bytes()
    except OSError:
        return None


def _facts(built: Built) -> Mapping[str, Fact]:
    return {
        f"{one.reading.edition.path}/{page.address.path}": (
            _named(page, one.reading.words),
            _digest(page, one.reading),
        )
        for one in built.composed
        for page in one.pages
    }


def _named(page: Finished, words: Locale) -> str:
    """What a page is called where it stands among pages of other kinds: Role Logistics."""
    key = f"offline.named.{page.address.kind}"
    if page.address.id == INDEX or key not in words.words:
        return page.title
    return words.say(key, title=page.title)


def _digest(page: Finished, reading: Reading) -> str:
    """What a page says to its reader, apart from the revision and its dates; not how it looks."""
    said = " ".join(_TAGS.sub(b" ", content_of(page.article)).decode().split())
    for stamp in _stamps(reading):
        said = said.replace(stamp, "")
    return urlsafe_b64encode(sha256(f"{page.title} {said}".encode()).digest())[:_DIGEST].decode()


def _stamps(reading: Reading) -> Iterator[str]:
    """How pages say which revision they are of, and from when."""
    header, words = reading.edition.plan.plan, reading.words
    yield escape(words.say("start.revision", revision=header.revision))
    for day in (header.issued, header.review_by):
        if day:
            yield escape(words.date(day))
