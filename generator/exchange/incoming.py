"""Compare a table's rows with the plan: what is new, what is filled in, what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from generator.exchange import same
from generator.exchange.edits import Act, Edit, Path
from generator.exchange.layout import DETAILS, LAYOUTS, Layout
from generator.exchange.names import id_from
from generator.exchange.sheet import Row, Tree, deep
from generator.exchange.written import Written, in_language, written
from generator.model import Plan
from generator.model.contact import DIALLED
from generator.model.text import SAME, UNMARKED, Text

_TEXTS = frozenset({"title", "name", "supplies", "contract", "agreed", "to"})
_CONTACT_TEXTS = frozenset({"label", "app", "hours", "note"})
_SECRET = frozenset({"contract", "agreed", "supplies", "to"})


@dataclass(frozen=True)
class Change:
    """One thing that the file says otherwise than the plan.

    ``label`` names the field and never its value, ``detail`` the values where they may be shown.
    ``overwrites`` if the plan says something else already.
    """

    label: str
    edits: tuple[Edit, ...]
    overwrites: bool = False
    detail: str = ""


@dataclass
class Incoming:
    """What becomes of one row: the thing it is about, and its changes."""

    name: str
    id: str
    row: int
    new: Tree | None = None
    changes: list[Change] = field(default_factory=list)


@dataclass
class Comparison:
    """Everything that a file would do to a plan; ``faults`` are rows that can't be used."""

    topic: str
    incoming: list[Incoming] = field(default_factory=list)
    faults: list[tuple[int, str, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    absent: int = 0


@dataclass(frozen=True)
class Record:
    """One row as a tree; ``loose`` if only the values of its contacts count, as in a vCard.

    ``number`` is the row's place in the file, as its reader sees it.
    """

    number: int
    tree: Tree
    loose: bool = False


def records(rows: Sequence[Row], topic: str) -> list[Record]:
    """The rows of a table; the first stands on line 2."""
    return [Record(number, deep(row, LAYOUTS[topic])) for number, row in enumerate(rows, 2)]


def compare(plan: Plan, topic: str, found: Sequence[Record], language: str) -> Comparison:
    """What the records say otherwise than the plan; texts are compared in a language."""
    return _Comparing(plan, topic, language).run(found)


class _Comparing:
    def __init__(self, plan: Plan, topic: str, language: str) -> None:
        self._plan = plan
        self._topic = topic
        self._layout = LAYOUTS[topic]
        self._language = language
        self._primary = plan.plan.languages[0]
        self._country = plan.plan.country
        self._things: tuple[Any, ...] = getattr(plan, topic)
        self._reader = in_language(language, self._primary)
        self._ids = {
            id_: n
            for n, thing in reversed(list(enumerate(self._things)))
            for id_ in (*thing.aliases, thing.id)
        }
        self._ids |= {thing.id: n for n, thing in reversed(list(enumerate(self._things)))}
        self._names: dict[str, list[int]] = {}
        for number, thing in enumerate(self._things):
            spoken = written(thing, self._reader)["name"]
            self._names.setdefault(_spoken(str(spoken)), []).append(number)
        self._taken = set(self._ids)
        self._seen: dict[object, int] = {}
        self._result = Comparison(topic)

    def run(self, found: Sequence[Record]) -> Comparison:
        matched: set[int] = set()
        self._taken |= {str(record.tree["id"]) for record in found if "id" in record.tree}
        for record in found:
            try:
                number = self._match(record)
                self._once(record, number)
                if number is None:
                    self._result.incoming.append(self._new(record))
                else:
                    matched.add(number)
                    self._result.incoming.append(self._known(record, number))
            except _RowError as fault:
                self._result.faults.append((record.number, fault.message, fault.cure))
        self._result.absent = len(self._things) - len(matched)
        return self._result

    # --- whose row it is ---

    def _match(self, record: Record) -> int | None:
        id_, name = record.tree.get("id"), record.tree.get("name")
        if id_ is not None:
            return self._ids.get(str(id_).strip())
        if name is None:
            raise _RowError("This row has neither `id` nor `name`.", "Fill one of them in.")
        alike = self._names.get(_spoken(str(name)), [])
        if len(alike) > 1:
            raise _RowError(
                "Several in the plan have this name.", "Give the row an `id`, as in the plan."
            )
        return alike[0] if alike else None

    def _once(self, record: Record, number: int | None) -> None:
        mark: object = number
        if number is None:
            mark = record.tree.get("id") or _spoken(str(record.tree["name"]))
        if mark in self._seen:
            raise _RowError(
                f"This row is about the same one as row {self._seen[mark]}.",
                "Join the two rows, or give each an `id` of its own.",
            )
        self._seen[mark] = record.number

    # --- what is new ---

    def _new(self, record: Record) -> Incoming:
        tree = self._complete(record.tree, self._layout, record)
        name = str(tree["name"])
        if "id" not in tree:
            made = id_from(name, self._taken, self._topic.rstrip("s").replace("people", "person"))
            tree = {"id": made, **tree}
            self._taken.add(made)
        return Incoming(name, str(tree["id"]), record.number, self._in_words(tree))

    def _complete(self, tree: Tree, layout: Layout, record: Record) -> Tree:
        """A new part, with every field that it must have, in the order of the model."""
        for name in layout.required:
            if name not in tree:
                raise _RowError(f"`{name}` is missing.", f"Fill the column `{name}` in.")
        result: Tree = {}
        for key, value in tree.items():
            if key == "contacts":
                contacts = [self._contact(c, record) for c in _dicts(value)]
                result[key] = list(contacts)
            elif key in layout.parts and isinstance(value, dict):
                desk = {"name": tree["name"], **value} if "name" not in value else value
                result[key] = self._complete(desk, layout.parts[key], record)
            elif key in layout.repeated:
                inner = layout.repeated[key]
                result[key] = [self._complete(part, inner, record) for part in _dicts(value)]
            else:
                result[key] = self._value(key, value)
        return result

    def _contact(self, contact: Tree, record: Record) -> Tree:
        if "value" not in contact:
            raise _RowError(
                f"`{contact['kind']}` has details but no value.", "Fill the value in too."
            )
        value = same.tidy(str(contact["value"]))
        if same.rounded(value):
            raise _RowError(
                f"`{contact['kind']}` was rounded by a spreadsheet; its last digits are lost.",
                "Format the column as text, and fill the numbers in again.",
            )
        if str(contact["kind"]) in DIALLED:
            mended = same.restored(value, self._country)
            if mended != value:
                said = f"`{contact['kind']}` had lost its plus sign; it was put back."
                self._result.notes.append((record.number, said))
            value = mended
        made: Tree = {"kind": contact["kind"], "value": value}
        for name in DETAILS:
            if name in contact:
                made[name] = self._value(name, contact[name])
        return made

    def _value(self, key: str, value: Written) -> Written:
        if isinstance(value, list):
            return value
        words = same.tidy(str(value))
        if key in ("unit", "site", "audience"):
            return self._reference(key, words)
        if key in ("left", "verified") and not same.is_day(words):
            raise _RowError(f"`{key}` is no day.", "Write year-month-day, such as 2026-11-30.")
        return words

    def _reference(self, key: str, words: str) -> str:
        things: tuple[Any, ...] = {
            "unit": self._plan.units,
            "site": self._plan.sites,
            "audience": self._plan.plan.audiences,
        }[key]
        if any(thing.id == words for thing in things):
            return words
        for thing in things:
            names = thing.title if key == "audience" else thing.name
            if _spoken(words) in {_spoken(name) for _, name in names}:
                return str(thing.id)
        raise _RowError(
            f"The plan has no {key} called `{words[:60]}`.",
            f"Add it to the plan, or say in a mapping file which {key} is meant.",
        )

    def _in_words(self, tree: Tree) -> Tree:
        """A new part's texts, marked with their language where it isn't the plan's first one."""
        if self._language == self._primary:
            return tree
        return {key: self._marked(key, value) for key, value in tree.items()}

    def _marked(self, key: str, value: Written) -> Written:
        if isinstance(value, dict):
            return {inner: self._marked(inner, part) for inner, part in value.items()}
        if isinstance(value, list):
            return [
                {k: self._marked(k, v) for k, v in part.items()} if isinstance(part, dict) else part
                for part in value
            ]
        plain = key not in {"title", "supplies", "agreed", "to", "label", "hours", "note"}
        return value if plain else {self._language: value}

    # --- what is known ---

    def _known(self, record: Record, number: int) -> Incoming:
        thing = self._things[number]
        path: Path = (self._topic, number)
        # A row that was found by its name says nothing about the name.
        found_by = "id" if "id" in record.tree else "name"
        tree = {key: value for key, value in record.tree.items() if key not in ("id", found_by)}
        found = Incoming(str(written(thing, self._reader)["name"]), thing.id, record.number)
        found.changes = list(self._part(tree, thing, path, self._layout, record, ""))
        return found

    def _part(
        self, tree: Tree, thing: BaseModel, path: Path, layout: Layout, record: Record, prefix: str
    ) -> Iterator[Change]:
        mine = written(thing, self._reader)
        for key, value in tree.items():
            if key == "contacts":
                yield from self._contacts(_dicts(value), thing, path, record, prefix)
            elif key in layout.parts and isinstance(value, dict):
                inner = layout.parts[key]
                yield from self._inner(value, key, thing, path, inner, record)
            elif key in layout.repeated:
                yield from self._stages(_dicts(value), key, thing, path, layout, record)
            elif not same.same(key, mine.get(key, ""), value):
                yield self._field(thing, path, key, value, mine.get(key), f"{prefix}{key}")

    def _field(
        self,
        thing: BaseModel,
        path: Path,
        key: str,
        value: Written,
        old: Written | None,
        label: str,
    ) -> Change:
        made = self._value(key, value)
        edit = self._text_edit(getattr(thing, key, None), (*path, key), made)
        detail = "" if key in _SECRET or key in _CONTACT_TEXTS else f"{_shown(made)}"
        if old is not None and detail:
            detail = f"{_shown(old)} → {detail}"
        return Change(label, (edit,), old is not None, detail)

    def _text_edit(self, old: object, path: Path, made: Written) -> Edit:
        """Set a value; of a text in several languages only the one that is read."""
        if not isinstance(old, Text):
            text_field = path[-1] in (_TEXTS | _CONTACT_TEXTS) - {"name", "contract", "app"}
            if self._language != self._primary and text_field and isinstance(made, str):
                return Edit(Act.SET, path, {self._language: made})
            return Edit(Act.SET, path, made)
        tags = dict(old.translations)
        if set(tags) == {SAME} or (set(tags) == {UNMARKED} and self._language == self._primary):
            single = type(old).single_key == next(iter(tags))
            return Edit(Act.SET, path if single else (*path, SAME), made)
        if set(tags) == {UNMARKED}:
            return Edit(Act.SET, path, {self._primary: old.words, self._language: str(made)})
        return Edit(Act.SET, (*path, self._language), made)

    def _inner(
        self, value: Tree, key: str, thing: Any, path: Path, layout: Layout, record: Record
    ) -> Iterator[Change]:
        part = getattr(thing, key)
        if part is not None:
            yield from self._part(value, part, (*path, key), layout, record, f"{key} ")
            return
        named = {"name": written(thing, self._reader)["name"], **value}
        made = self._in_words(self._complete(named, layout, record))
        yield Change(key, (Edit(Act.SET, (*path, key), made),))

    def _stages(
        self, values: list[Tree], key: str, thing: Any, path: Path, layout: Layout, record: Record
    ) -> Iterator[Change]:
        parts, inner = getattr(thing, key), layout.repeated[key]
        for number, value in enumerate(values):
            label = f"{key} {number + 1}"
            if number < len(parts):
                there = (*path, key, number)
                yield from self._part(value, parts[number], there, inner, record, f"{label} ")
            else:
                made = self._in_words(self._complete(value, inner, record))
                yield Change(label, (Edit(Act.APPEND, (*path, key), made),))

    # --- contacts ---

    def _contacts(
        self, values: list[Tree], thing: Any, path: Path, record: Record, prefix: str
    ) -> Iterator[Change]:
        for value, number in self._paired(values, thing.contacts, record):
            label = f"{prefix}{value['kind']}"
            if number is None:
                if not record.loose or "value" in value:
                    made = self._in_words(self._contact(value, record))
                    yield Change(label, (Edit(Act.APPEND, (*path, "contacts"), made),))
                continue
            there = (*path, "contacts", number)
            yield from self._contact_changes(value, thing.contacts[number], there, record, label)

    def _paired(
        self, values: list[Tree], mine: Sequence[Any], record: Record
    ) -> list[tuple[Tree, int | None]]:
        """Each contact with the plan's one that it is: first by value, then by kind and order."""
        free = list(range(len(mine)))
        pairs: list[int | None] = []
        for value in values:
            number = next((n for n in free if self._equal(value, mine[n], record)), None)
            pairs.append(number)
            if number is not None:
                free.remove(number)
        for index, value in enumerate(values):
            if pairs[index] is None:
                kind = (n for n in free if mine[n].kind.value == value["kind"])
                pairs[index] = next(kind, None)
                if pairs[index] is not None:
                    free.remove(pairs[index])  # type: ignore[arg-type]
        return list(zip(values, pairs, strict=True))

    def _equal(self, value: Tree, contact: Any, record: Record) -> bool:
        if "value" not in value or not (record.loose or contact.kind.value == value["kind"]):
            return False
        kind = contact.kind.value
        words = str(value["value"])
        return same.key(kind, words, self._country) == same.key(kind, contact.value, self._country)

    def _contact_changes(
        self, value: Tree, contact: Any, path: Path, record: Record, label: str
    ) -> Iterator[Change]:
        mine = written(contact, self._reader)
        moved = "value" in value and not self._equal(value, contact, record)
        if moved:
            made = self._contact(value, record)
            edits = [Edit(Act.SET, (*path, "value"), made["value"])]
            if "verified" in mine and value.get("verified", mine["verified"]) == mine["verified"]:
                # Nobody has tried the new one yet.
                edits.append(Edit(Act.REMOVE, (*path, "verified")))
            yield Change(label, tuple(edits), overwrites=True)
        for name in () if record.loose else DETAILS:
            old, new = mine.get(name), value.get(name)
            if new is None or same.same(name, old or "", new):
                continue
            yield self._field(contact, path, name, new, old, f"{label} {name}")


class _RowError(Exception):
    def __init__(self, message: str, cure: str) -> None:
        self.message, self.cure = message, cure
        super().__init__(message)


def _dicts(value: Written) -> list[Tree]:
    return [part for part in value if isinstance(part, dict)]


def _spoken(name: str) -> str:
    return " ".join(name.casefold().split())


def _shown(value: Written) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
