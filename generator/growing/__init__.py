"""Adding to a plan's files without touching what stands there."""

from generator.growing.addition import Addition, AdditionError, addition

__all__ = ["Addition", "AdditionError", "addition"]
