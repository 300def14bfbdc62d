"""Leaves out of style sheets what no page of the site can use.

A rule goes only if a name in it (a class, an id, an element, an attribute) stands nowhere in the
site's pages and scripts, not even as the beginning of a name that a script may put together; that a
script looks for a name (`".name"`) is no reason to keep it. What isn't understood stays as it is.
Names are not only sought where they would take effect: too much stays rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct, field

from generator.seal.rules import Rule, declarations, rules_of, split

_WORD = re.compile(rb"[A-Za-z_][\w-]*", re.ASCII)
_TEXT = re.compile(rb">[^<>\"'=\n]*<")
"""What readers read, and certainly no attribute."""
_SELECTED = re.compile(rb"(?<=[\s\"'`(,>+~])[.#][A-Za-z_][\w-]*")
"""What a script looks for by a selector; it gives no element this name by that."""
_BEGINNING = 4
"""Characters from which on a word that ends in `-` or `_` may be the beginning of names."""
_GIVEN = frozenset({"html", "head", "body", "title", "tbody", "colgroup", "col"})
"""Elements that stand in a page though its text doesn't name them."""

_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'", re.DOTALL)
_BRACKETS = re.compile(r"\[\s*([\w-]+)[^\]]*\]")
_PSEUDO = re.compile(r"::?-?[A-Za-z][\w-]*")
_NAME = re.compile(r"[.#]?-?[A-Za-z_][\w-]*")
_PROPERTY = re.compile(r"--[\w-]+")

_NESTING = ("@media", "@supports")
"""At-rules that hold rules, and do nothing when they hold none."""


def words_of(texts: Iterable[bytes], *, script: bool = False) -> set[str]:
    """All words of pages, or of scripts, that could be names in a style sheet."""
    joined = b"\n".join(texts)
    bare = _SELECTED.sub(b" ", joined) if script else _TEXT.sub(b"><", joined)
    return {word.decode() for word in set(_WORD.findall(bare))}


class Names(Struct, frozen=True):
    """What the site's pages and scripts name."""

    words: Container[str]
    beginnings: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, words: Iterable[str]) -> Names:
        """From all words of the site."""
        known = frozenset(words)
        ends = (word for word in known if word[-1] in "-_" and len(word) >= _BEGINNING)
        return cls(known, frozenset(ends))

    def has(self, name: str) -> bool:
        """Whether a name stands in the site, or could be put together by a script."""
        if name in self.words:
            return True
        return any(name[:end] in self.beginnings for end in range(_BEGINNING, len(name)))

    def has_attribute(self, name: str) -> bool:
        """The same for an attribute, which scripts may call otherwise (`dataset`, `className`)."""
        return not name.startswith("data-") or self.has(name) or self.has(_in_scripts(name))


def _in_scripts(attribute: str) -> str:
    first, *more = attribute.removeprefix("data-").split("-")
    return first + "".join(step.capitalize() for step in more)


def pruned(sheets: Mapping[str, bytes], names: Names) -> dict[str, bytes]:
    """Style sheets, by their paths, without the rules and custom properties that nothing in the
    site uses. A sheet that can't be read stays as it is."""
    read = {content: _read(content) for content in set(sheets.values())}
    used = {content: _used(rules, names) for content, rules in read.items() if rules is not None}
    live = _live(used.values(), [one for one, rules in read.items() if rules is None], names)
    written = {content: _written(rules, live).encode() for content, rules in used.items()}
    return {path: written.get(content, content) for path, content in sheets.items()}


def _read(content: bytes) -> list[Rule] | None:
    try:
        return list(rules_of(content.decode()))
    except ValueError:
        return None


def _used(rules: Iterable[Rule], names: Names) -> list[Rule]:
    return [kept for rule in rules if (kept := _kept(rule, names)) is not None]


def _kept(rule: Rule, names: Names) -> Rule | None:
    if rule.body is None:
        return rule
    if rule.start.startswith("@"):
        if not rule.start.startswith(_NESTING):
            return rule
        inside = _used(rule.rules(), names)
        return Rule(rule.start, "".join(map(str, inside)), tuple(inside)) if inside else None
    selectors = split(rule.start, ",")
    kept = [one for one in selectors if _may_match(one, names)]
    if not kept:
        return None
    # Why: one selector that a browser doesn't know makes it drop the whole rule.
    clear = not any(mark in rule.start for mark in (":-", "\\", "/*"))
    return Rule(",".join(kept), rule.body) if clear and len(kept) < len(selectors) else rule


def _may_match(selector: str, names: Names) -> bool:
    """Whether something in the site may match a selector; what stands in round brackets (`:not`)
    isn't asked."""
    if "\\" in selector or "/*" in selector:
        return True
    bare = _without_brackets(_STRING.sub("", selector))
    attributes = _BRACKETS.findall(bare)
    rest = _PSEUDO.sub(" ", _BRACKETS.sub(" ", bare))
    return all(map(names.has_attribute, attributes)) and all(
        _is_named(name, names) for name in _NAME.findall(rest)
    )


def _is_named(name: str, names: Names) -> bool:
    if name[0] in ".#":
        return names.has(name[1:])
    return name.lower() in _GIVEN or names.has(name) or names.has(name.lower())


def _without_brackets(selector: str) -> str:
    kept, depth = "", 0
    for sign in selector:
        depth -= sign == ")"
        kept += sign if depth == 0 and sign not in "()" else ""
        depth += sign == "("
    return kept


def _live(sheets: Iterable[list[Rule]], unread: Iterable[bytes], names: Names) -> Container[str]:
    """The custom properties that something uses."""
    live: set[str] = set()
    values: dict[str, set[str]] = {}
    for text in unread:
        live.update(_PROPERTY.findall(text.decode("utf-8", "replace")))
    for rule in (rule for rules in sheets for rule in rules):
        _note(rule, live, values)
    live |= {name for name in values if names.has(name.lstrip("-"))}
    left = list(live)
    while left:
        new = values.get(left.pop(), set()) - live
        live |= new
        left += new
    return live


def _note(rule: Rule, live: set[str], values: dict[str, set[str]]) -> None:
    if rule.inside:
        for one in rule.inside:
            _note(one, live, values)
    for declaration in _declarations(rule):
        name, colon, value = declaration.partition(":")
        used = _PROPERTY.findall(value if colon else declaration)
        if name.strip().startswith("--"):
            values.setdefault(name.strip(), set()).update(used)
        else:
            live.update(used)
    live.update(_PROPERTY.findall(rule.start) if rule.start.startswith("@") else ())


def _declarations(rule: Rule) -> Iterator[str]:
    if rule.inside or rule.body is None:
        return iter(())
    return iter([rule.body]) if _is_verbatim(rule) else declarations(rule.body)


def _is_verbatim(rule: Rule) -> bool:
    return rule.start.startswith("@") or "{" in _STRING.sub("", rule.body or "")


def _written(rules: Iterable[Rule], live: Container[str]) -> str:
    return "".join(filter(None, (_with_live(rule, live) for rule in rules)))


def _with_live(rule: Rule, live: Container[str]) -> str:
    if rule.inside:
        inside = _written(rule.inside, live)
        return f"{rule.start}{{{inside}}}" if inside else ""
    if rule.body is None or _is_verbatim(rule):
        return str(rule)
    all_of_them = list(declarations(rule.body))
    kept = [one for one in all_of_them if _is_live(one, live)]
    if len(kept) == len(all_of_them):
        return str(rule)
    return f"{rule.start}{{{';'.join(kept)}}}" if any(map(str.strip, kept)) else ""


def _is_live(declaration: str, live: Container[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return not name.startswith("--") or name in live
