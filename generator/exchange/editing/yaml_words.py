"""Values as YAML, written as a person would: quotes only where they are needed.

Values of contacts always stand in quotes: a phone number is text, whoever reads the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.exchange.written import Written

_PLAIN = re.compile(r"[^\W\d_](?:[\w .'’/()&+-]*[\w.)])?|\d{4}-\d\d-\d\d|[1-9]\d{0,3}")
_OTHERS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_WORDS = frozenset(["true", "false", "yes", "no", "on", "off", "null", "y", "n"])
_QUOTED = frozenset({"value", "number"})
_SHORT_LISTS = frozenset({"aliases", "languages"})


def scalar(words: str, key: str = "") -> str:
    """One text."""
    free = key not in _QUOTED and words.casefold() not in _WORDS and _PLAIN.fullmatch(words)
    if free and words.isprintable():
        return words
    quoted = json.dumps(words, ensure_ascii=False)
    return _OTHERS.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted)


def flow(value: Written, key: str = "") -> str:
    """A value on one line."""
    if isinstance(value, str):
        return scalar(value, key)
    if isinstance(value, list):
        return "[" + ", ".join(flow(item, key) for item in value) + "]"
    return (
        "{" + ", ".join(f"{_key(name)}: {flow(part, name)}" for name, part in value.items()) + "}"
    )


def _key(name: str) -> str:
    return scalar(name)


def entry(key: str, value: Written) -> list[str]:
    """The lines of ``key: value``, without indentation."""
    if isinstance(value, str) or not value or key in _SHORT_LISTS:
        return [f"{_key(key)}: {flow(value, key)}"]
    if isinstance(value, list):
        return [f"{_key(key)}:", *(f"  {line}" for part in value for line in item(part))]
    if all(isinstance(part, str) for part in value.values()):
        return [f"{_key(key)}: {flow(value)}"]
    return [f"{_key(key)}:", *(f"  {line}" for line in _fields(value))]


def item(value: Written) -> list[str]:
    """The lines of one item of a list, without indentation."""
    if isinstance(value, dict) and not all(isinstance(part, str) for part in value.values()):
        return _dashed(value)
    if isinstance(value, dict) and "kind" not in value:
        return _dashed(value)
    return [f"- {flow(value)}"]


def _dashed(value: dict[str, Written]) -> list[str]:
    first, *others = _fields(value)
    return [f"- {first}", *(f"  {line}" for line in others)]


def _fields(value: dict[str, Written]) -> Iterator[str]:
    for key, part in value.items():
        yield from entry(key, part)
