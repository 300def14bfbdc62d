"""The order in which a site is published, whatever the target.

Content, then the manifest, then the worker that holds the manifest's hash; old files go last. So
a phone sees the old revision or the new one, wherever this is cut off. Started again, it goes on
where it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from msgspec import Struct

from generator.publish.fault import PublishError
from generator.publish.names import LIST, MANIFEST, RECORD, is_harmless, is_inside, is_lasting
from generator.publish.record import Record, Revision
from generator.publish.source import Source
from generator.publish.store import Sent, Store, unheard


class Done(Struct, frozen=True):
    """What a publication did: files that were sent, that were right already, that were removed,
    and packs of earlier revisions that stay for one more publication."""

    sent: int
    unchanged: int
    removed: int
    kept: int


class Preview(Struct, frozen=True):
    """What a publication would do: paths that it would write, in that order, and remove."""

    sent: tuple[str, ...]
    removed: tuple[str, ...]


def publish(source: Source, store: Store, sent: Sent = unheard) -> Done:
    """Bring a site to a target. PublishError if it fails; then run it again when that is mended."""
    last = store.read(RECORD)
    old = _opened(store, last)
    _refuse_older(source, store, old)
    revision = source.revision
    written = _Written(store, old, last)
    written.say(old.begun(revision, source.files))
    count = 0
    for stage in source.stages():
        source.refuse_changed()
        count += _send(stage, source, store, written, sent)
        written.refuse_another()
    new = written.record.finished(revision, source.files)
    gone = sorted(written.record.files.keys() - new.files.keys())
    store.remove(gone)
    written.say(new)
    return Done(count, len(source.files) - count, len(gone), len(new.files) - len(source.files))


def preview(source: Source, store: Store) -> Preview:
    """Find out what `publish` would do; nothing is changed."""
    old = _opened(store, store.read(RECORD))
    _refuse_older(source, store, old)
    paths = [path for stage in source.stages() for path in stage]
    begun = old.begun(source.revision, source.files)
    new = begun.finished(source.revision, source.files)
    changed = set(store.changed(paths, old.files))
    gone = sorted(begun.files.keys() - new.files.keys())
    return Preview(tuple(path for path in paths if path in changed), tuple(gone))


def _send(stage: Sequence[str], source: Source, store: Store, written: _Written, sent: Sent) -> int:
    """Send one stage; where the record has to say what is there, lot by lot."""
    if not store.lot:
        count = store.send(stage, sent)
        written.record = written.record.arrived(_of(source, stage))
        return count
    changed = store.changed(stage, written.record.files)
    count = 0
    for lot in _lots(changed, store.lot):
        count += store.send(lot, sent)
        written.say(written.record.arrived(_of(source, lot)))
    written.record = written.record.arrived(_of(source, stage))
    return count


def _of(source: Source, paths: Iterable[str]) -> dict[str, str]:
    return {path: source.files[path] for path in paths}


def _lots(paths: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(paths), size):
        yield paths[start : start + size]


class _Written:
    """The record as it stands at the target."""

    def __init__(self, store: Store, record: Record, last: bytes | None):
        self._store = store
        self._last = last
        self._ours = {last}
        self.record = record

    def say(self, record: Record) -> None:
        """Bring it up to date; it isn't touched if it says that already."""
        self.record = record
        content = record.written()
        if content != self._last:
            self._store.write(RECORD, content)
            self._last = content
            self._ours.add(content)

    def refuse_another(self) -> None:
        """PublishError if somebody else is publishing there too: manifest and worker of two
        revisions would be mixed."""
        # Why any of ours: some storage shows for a while what was there before.
        found = self._store.read(RECORD)
        if found and found not in self._ours:
            fault = "Somebody else is publishing to this place at the same time."
            cure = "Wait until that has ended, then publish again."
            raise PublishError(self._store.name, "another-publication", fault, cure)


def _refuse_older(source: Source, store: Store, old: Record) -> None:
    """PublishError if phones would refuse the site, as they have a newer one from there."""
    if source.sequence >= old.newest:
        return
    newest, own = (
        datetime.fromtimestamp(one, UTC).strftime("%Y-%m-%d %H:%M:%S")
        for one in (old.newest, source.sequence)
    )
    raise PublishError(
        store.name,
        "older-plan",
        f"The plan there was made at {newest} UTC, this one at {own}: phones would refuse it.",
        "Is this the newest plan, and is the clock right? To go back to an earlier text, change "
        "the plan and build it anew. If the clock was wrong when the other one was made: "
        f"`SOURCE_DATE_EPOCH={old.newest + 1} runbook build`.",
    )


def _opened(store: Store, last: bytes | None) -> Record:
    """What is at the target. PublishError if it holds what no publication of ours put there."""
    record = Record.read(last)
    if record is not None:
        return record
    there = [path for path in store.listed() if is_inside(path)]
    foreign = [path for path in there if not is_harmless(path) and path != RECORD]
    if foreign and not {RECORD, LIST, MANIFEST} & set(there):
        raise PublishError(
            store.name,
            "foreign-files",
            f"It holds files that aren't part of a runbook, such as `{foreign[0]}`; "
            "they stay as they are.",
            "Name an empty or new folder, or empty this one by hand.",
        )
    return _copied_by_hand(there, store)


def _copied_by_hand(there: Sequence[str], store: Store) -> Record:
    """A record of a site that was copied without us: its packs, and what its build listed."""
    packs = frozenset(filter(is_lasting, there))
    listed = (store.read(LIST) or b"").decode("utf-8", "replace").splitlines()[1:]
    ours = packs | (set(listed) & set(there))
    live = (Revision("", packs),) if packs else ()
    return Record(dict.fromkeys(ours, ""), live)
