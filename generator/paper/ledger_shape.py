"""What a ledger's file may hold, and where in it something else stands."""

from __future__ import annotations

import json
from typing import Any, NoReturn

import yaml

from generator.paper.codes import CODE
from generator.paper.ledger import NAME, Ledger, Row

_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_MARKED = (
    "Keep the rows of both sides and remove the lines that git put between them; a newer row "
    "stands above an older one. Then print again."
)
_TWICE = "Put the rows of both under one name, the newest first, and print again."
_NEWER = "Install the generator that wrote it, or a newer one."

Path = tuple[str | int, ...]


class LedgerFaultError(Exception):
    """What is wrong in a ledger's file, where (counted from 1), and the cure if it is a special
    one."""

    def __init__(self, message: str, line: int, column: int, cure: str = ""):
        super().__init__(message)
        self.message, self.line, self.column, self.cure = message, line, column, cure


def as_ledger(found: bytes) -> Ledger:
    """The ledger that a file holds. LedgerFaultError at the first thing that is no part of one."""
    text = _text(found)
    return _Reading(text).ledger(_parsed(text))


def _text(found: bytes) -> str:
    try:
        text = found.decode("utf-8")
    except UnicodeDecodeError as error:
        line = found.count(b"\n", 0, error.start) + 1
        raise LedgerFaultError("it isn't text in UTF-8.", line, 1) from None
    for number, line_ in enumerate(text.splitlines(), 1):
        if line_.startswith(_MARKS):
            raise LedgerFaultError("git left the marks of a merge in it.", number, 1, _MARKED)
    return text


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        message = f"here it isn't JSON ({error.msg[:1].lower()}{error.msg[1:]})."
        raise LedgerFaultError(message, error.lineno, error.colno) from None
    except ValueError:
        raise LedgerFaultError("a number in it has too many digits.", 1, 1) from None
    except RecursionError:
        raise LedgerFaultError("it isn't a ledger, but lists in lists.", 1, 1) from None
    except _TwiceError as twice:
        name = str(twice)
        last = [n for n, line in enumerate(text.splitlines(), 1) if json.dumps(name)[1:-1] in line]
        message = f"`{name}` stands twice in it."
        raise LedgerFaultError(message, last[-1] if last else 1, 1, _TWICE) from None


class _TwiceError(Exception):
    """The same key twice in one object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


class _Reading:
    """Goes through a file's value; stops at what it doesn't expect."""

    def __init__(self, text: str):
        self._text = text

    def ledger(self, value: Any) -> Ledger:
        whole = self._mapping(value, (), ("format", "salt", "sheets"))
        if whole["format"] != 1 or whole["format"] is True:
            self._stop("its format isn't 1.", ("format",), _NEWER)
        salt = self._string(whole["salt"], ("salt",))
        if not isinstance(whole["sheets"], dict):
            self._stop("`sheets` isn't an object.", ("sheets",))
        return Ledger(
            salt, {name: self._rows(name, rows) for name, rows in whole["sheets"].items()}
        )

    def _rows(self, name: str, rows: Any) -> tuple[Row, ...]:
        at: Path = ("sheets", name)
        if NAME.fullmatch(name) is None:
            self._stop(f"`{name}` isn't the name of a sheet.", at)
        if not isinstance(rows, list) or not rows:
            self._stop(f"`{name}` has no list of rows.", at)
        return tuple(self._row(row, (*at, number)) for number, row in enumerate(rows))

    def _row(self, value: Any, at: Path) -> Row:
        row = self._mapping(value, at, ("code", "revision", "audience"), ("changed",))
        code = self._string(row["code"], (*at, "code"))
        if CODE.fullmatch(code) is None:
            self._stop("this isn't a code such as K7F3-X4P2.", (*at, "code"))
        changed = row.get("changed", {})
        if not isinstance(changed, dict):
            self._stop("`changed` isn't an object.", (*at, "changed"))
        return Row(
            code.upper(),
            self._string(row["revision"], (*at, "revision")),
            self._string(row["audience"], (*at, "audience")),
            {tag: self._labels(its, (*at, "changed", tag)) for tag, its in changed.items()},
        )

    def _labels(self, value: Any, at: Path) -> tuple[str, ...]:
        if not isinstance(value, list) or not value:
            self._stop("this isn't a list of words for what changed.", at)
        return tuple(self._string(one, (*at, number)) for number, one in enumerate(value))

    def _string(self, value: Any, at: Path) -> str:
        if not isinstance(value, str) or not value:
            self._stop("here a text is missing.", at)
        return str(value)

    def _mapping(
        self, value: Any, at: Path, needed: tuple[str, ...], allowed: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        if not isinstance(value, dict):
            self._stop("this isn't an object.", at)
        for key in needed:
            if key not in value:
                self._stop(f"`{key}` is missing.", at)
        for key in value:
            if key not in (*needed, *allowed):
                self._stop(f"`{key[:40]}` has no meaning here.", (*at, key))
        return dict(value)

    def _stop(self, message: str, at: Path, cure: str = "") -> NoReturn:
        line, column = _place(self._text, at)
        raise LedgerFaultError(message, line, column, cure)


def _place(text: str, at: Path) -> tuple[int, int]:
    """Line and column of a part; JSON that is read is YAML too, and YAML's reader keeps places."""
    try:
        node = yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError:
        return 1, 1
    if node is None:
        return 1, 1
    for step in at:
        node = _inner(node, step) or node
    mark = node.start_mark
    return mark.line + 1, mark.column + 1


def _inner(node: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    return next((value for key, value in node.value if key.value == step), None)
