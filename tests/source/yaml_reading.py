"""A text of YAML as tests read it."""

from __future__ import annotations

from generator.problems import Problem
from generator.source.tree import plain
from generator.source.yaml_text import read_yaml


def read(text: str) -> tuple[object, list[Problem]]:
    """What is read as plain values, and the problems."""
    problems: list[Problem] = []
    tree = read_yaml(text, "plan.yml", problems.append)
    return (None if tree is None else plain(tree)), problems


def codes(text: str) -> list[str]:
    """The codes of its problems."""
    return [problem.code for problem in read(text)[1]]
