"""From YAML files to a tree of text in which every key and value knows its place."""

from generator.source.folder import read_plan

__all__ = ["read_plan"]
