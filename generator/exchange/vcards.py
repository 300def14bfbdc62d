"""Read people from vCards (3.0, RFC 2426; 4.0, RFC 6350)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.exchange.incoming.records import Record
from generator.exchange.sheet import Tree

_KINDS = ("org", "group", "location")
_OTHERS = ("role", "unit", "supplier", "authority", "site")
_NO_VOICE = frozenset({"fax", "pager", "modem", "bbs"})
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class _Line(Struct, frozen=True):
    group: str
    name: str
    types: frozenset[str]
    preferred: bool
    value: str


def read_vcards(text: str, plan_id: str) -> tuple[list[Record], int]:
    """The people in a file of vCards, and how many cards are no person's.

    A card that this program wrote carries the person's id.
    """
    found: list[Record] = []
    others_found = 0
    for number, lines in enumerate(_cards(text), 1):
        by_name = {line.name: line.value for line in reversed(lines)}
        uid = _plain(by_name.get("UID", "")).removeprefix("urn:uuid:")
        others = tuple(f"{plan_id}-{kind}-" for kind in _OTHERS)
        if by_name.get("KIND", "").strip().casefold() in _KINDS or uid.startswith(others):
            others_found += 1
            continue
        tree = _person(lines, by_name)
        own = f"{plan_id}-person-"
        if uid.startswith(own):
            tree = {"id": uid.removeprefix(own), **tree}
        found.append(Record(number, tree, loose=True))
    return found, others_found


def _cards(text: str) -> Iterator[list[_Line]]:
    unfolded = re.sub(r"\r?\n[ \t]", "", text.removeprefix("\ufeff"))
    lines: list[_Line] | None = None
    for raw in unfolded.splitlines():
        marked = raw.strip().upper()
        if marked == "BEGIN:VCARD":
            lines = []
        elif marked == "END:VCARD":
            if lines is not None:
                yield lines
            lines = None
        elif lines is not None and (line := _line(raw)):
            lines.append(line)


def _line(raw: str) -> _Line | None:
    head, colon, value = _split_at_colon(raw)
    if not colon:
        return None
    name, *parameters = re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", head)
    group, _, own = name.rpartition(".")
    types: set[str] = set()
    preferred = False
    for parameter in parameters:
        key, equals, words = parameter.partition("=")
        if key.upper() == "PREF":
            preferred = True
        elif key.upper() == "TYPE" or not equals:
            types |= {
                word.casefold() for word in re.split(r"[,;]", (words or key).replace('"', ""))
            }
    preferred = preferred or "pref" in types
    return _Line(group, own.upper(), frozenset(types), preferred, value)


def _split_at_colon(raw: str) -> tuple[str, str, str]:
    quoted = False
    for index, sign in enumerate(raw):
        if sign == '"':
            quoted = not quoted
        elif sign == ":" and not quoted:
            return raw[:index], ":", raw[index + 1 :]
    return raw, "", ""


def _plain(value: str) -> str:
    return _ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1], value).strip()


def _person(lines: list[_Line], by_name: dict[str, str]) -> Tree:
    name = _plain(by_name.get("FN", "")) or _from_parts(by_name.get("N", ""))
    tree: Tree = {"name": " ".join(name.split())} if name else {}
    if title := _plain(by_name.get("TITLE", "")):
        tree["title"] = title
    labels = {line.group: _plain(line.value) for line in lines if line.name == "X-ABLABEL"}
    ways = [line for line in lines if line.name in ("TEL", "EMAIL", "URL", "IMPP")]
    ways.sort(key=lambda line: not line.preferred)
    contacts = [contact for line in ways if (contact := _contact(line, labels))]
    if contacts:
        tree["contacts"] = list(contacts)
    return tree


def _from_parts(value: str) -> str:
    parts = [_plain(part) for part in re.split(r"(?<!\\);", value)]
    family, given = (*parts, "", "")[:2]
    return f"{given} {family}".strip()


def _contact(line: _Line, labels: dict[str, str]) -> Tree | None:
    value = _plain(line.value)
    if line.name == "TEL":
        if line.types & _NO_VOICE:
            return None
        value = _number(value)
    kind = _kind(line)
    if not value or kind is None:
        return None
    tree: Tree = {"kind": kind, "value": value}
    label = labels.get(line.group, "") if line.group else ""
    label = re.sub(r"^_\$!<(.*)>!\$_$", r"\1", label)
    if label:
        tree["app" if kind == "messaging" else "label"] = label
    return tree


def _number(value: str) -> str:
    """The number of a ``tel:`` address or of a text; after a comma, a pause, the extension."""
    bare = re.sub(r"^tel:", "", value, flags=re.IGNORECASE)
    number, comma, extension = bare.partition(",")
    return f"{number};ext={extension}" if comma and extension.isdecimal() else bare


def _kind(line: _Line) -> str | None:
    if line.name == "EMAIL":
        return "mail"
    if line.name == "URL":
        return "web"
    if line.name == "IMPP":
        return None
    if "cell" in line.types or "iphone" in line.types:
        return (
            "messaging" if {"msg", "text"} & line.types and "voice" not in line.types else "mobile"
        )
    return "home" if "home" in line.types else "phone"
