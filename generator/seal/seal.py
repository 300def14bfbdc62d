"""Seals a finished site, whatever rendered it: each page gets its policy, all files are packed for
phones, and the worker is told which site it keeps."""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from generator.jobs import all_done
from generator.kept import Kept
from generator.seal import chunks as cutting
from generator.seal.fault import SealError
from generator.seal.kinds import is_picture
from generator.seal.manifest import About, Naming, Part, Row, packed_part, site_json
from generator.seal.minimise import superfluous
from generator.seal.packs import FOLDER, Packer
from generator.seal.parts import below, parts_of
from generator.seal.policy import Policy
from generator.seal.reading import Fact, File, Lot, Reading, finished, joined, read, with_styles
from generator.seal.recipes import Recipe, Recipes
from generator.seal.worker import WORKER, Scripts, program_of, worker_of

SITE = f"{FOLDER}/site.json"
KILL_SWITCH = f"{FOLDER}/kill-switch.js"


@dataclass(frozen=True)
class Sealed:
    """A sealed site: the files that sealing adds, in the order in which a host has to get them
    (packs, the worker's program, manifest, worker); the policy of each file that stays; those that
    go; and style sheets without what nothing uses."""

    added: Mapping[str, bytes]
    policies: Mapping[str, Policy] = field(repr=False)
    dropped: frozenset[str]
    styles: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def file(self, path: str, content: bytes) -> bytes | None:
        """A file as the sealed site has it; None if it goes. Hidden files stay as they are."""
        if path in self.dropped or path in self.added:
            return None
        if path in self.styles:
            return self.styles[path]
        policy = self.policies.get(path)
        return content if policy is None else finished(path, content, policy)[0]

    def files(self, lot: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """A lot of files as the sealed site has them."""
        for path, content in lot:
            done = self.file(path, content)
            if done is not None:
                yield path, done


def seal(
    lots: Iterable[Lot],
    about: About,
    scripts: Scripts,
    facts: Mapping[str, Fact] | None = None,
    before: bytes | None = None,
) -> Sealed:
    """Seal a site; ``facts`` by path, ``before`` its earlier manifest. SealError names what in the
    pages would not work."""
    readings = all_done([partial(_read, lot) for lot in lots])
    return seal_read(readings, about, scripts, facts, before)


def _read(lot: Lot) -> Reading:
    return read(lot())


def seal_read(
    readings: Iterable[Reading],
    about: About,
    scripts: Scripts,
    facts: Mapping[str, Fact] | None = None,
    before: bytes | None = None,
    kept: Kept | None = None,
) -> Sealed:
    """The same for lots that were read (see `reading.read`) already; packs that were ``kept`` are
    not made again."""
    program = program_of(scripts)
    site = joined(readings)
    if faults := tuple(sorted(fault for file in site.files for fault in file.policy.faults)):
        raise SealError(faults)
    dropped = superfluous((file.path for file in site.files), site.workers, site.languages)
    styles = with_styles(site, dropped)
    parts = _parts(site, facts or {}, Packer(kept or Kept()))
    manifest = site_json(about, parts, before)
    added = {path: content for part in parts for path, content in sorted(part.packs.items())}
    if scripts.kill_switch:
        added[KILL_SWITCH] = scripts.kill_switch
    added[program.path] = program.content
    added[SITE] = manifest
    added[WORKER] = worker_of(scripts, program, manifest)
    policies = {file.path: file.policy for file in site.files}
    return Sealed(added, policies, frozenset(dropped), styles)


def _parts(site: Reading, facts: Mapping[str, Fact], packer: Packer) -> list[Part]:
    grouped = parts_of(site.files, site.starts)
    return [_part(path, files, site, facts, packer) for path, files in grouped.items() if files]


def _part(
    path: str, files: Sequence[File], site: Reading, facts: Mapping[str, Fact], packer: Packer
) -> Part:
    start = site.starts.get(path) or site.starts.get(posixpath.dirname(path))
    naming = Naming(path, start.title if start else "", start.language if start else "")
    # Files of a kind stand together, so that they pack better.
    inside = sorted((one for one in files if one.lines is not None), key=_kind_first)
    cut = deque(cutting.cut([one.lines or () for one in inside], site.lines))
    recipes = Recipes()
    steps: dict[str, Recipe] = {}
    for one in inside:
        # What is a chunk now isn't needed as pieces too.
        steps[one.path] = recipes.of(cut.popleft())
    rows = [
        Row(below(path, one.path), one, steps.get(one.path), facts.get(one.path)) for one in files
    ]
    return packed_part(naming, rows, recipes.chunks, packer)


def _kind_first(file: File) -> tuple[bool, str, str]:
    return is_picture(file.path), posixpath.splitext(file.path)[1], file.path
