"""The plan as frozen, typed data: one noun per file; ``Plan`` holds them all."""

from generator.model.plan import Plan

__all__ = ["Plan"]
