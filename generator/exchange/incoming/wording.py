"""Texts in one language of several: how a new one is marked, and which words an edit sets."""

from __future__ import annotations

from msgspec import Struct

from generator.exchange.editing.edits import Act, Edit, Path
from generator.exchange.sheet import Tree
from generator.exchange.written import Reader, Written, in_language
from generator.model.text import SAME, UNMARKED, Text

_MARKED = frozenset({"title", "supplies", "agreed", "to", "label", "hours", "note"})
"""The texts that say their language; names are the same in all."""


class Wording(Struct, frozen=True):
    """The language of a file's texts, and the plan's first one."""

    language: str
    primary: str

    @property
    def reader(self) -> Reader:
        """Reads the plan's texts as the file's readers would."""
        return in_language(self.language, self.primary)

    def marked(self, tree: Tree) -> Tree:
        """A new part's texts, marked with their language where it isn't the plan's first one."""
        if self.language == self.primary:
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
        return {self.language: value} if key in _MARKED else value

    def edit(self, old: object, path: Path, made: Written) -> Edit:
        """Set a value; of a text in several languages only the one that is read."""
        if not isinstance(old, Text):
            if self.language != self.primary and path[-1] in _MARKED and isinstance(made, str):
                return Edit(Act.SET, path, {self.language: made})
            return Edit(Act.SET, path, made)
        tags = dict(old.translations)
        if set(tags) == {SAME} or (set(tags) == {UNMARKED} and self.language == self.primary):
            single = type(old).single_key == next(iter(tags))
            return Edit(Act.SET, path if single else (*path, SAME), made)
        if set(tags) == {UNMARKED}:
            return Edit(Act.SET, path, {self.primary: old.words, self.language: str(made)})
        return Edit(Act.SET, (*path, self.language), made)
