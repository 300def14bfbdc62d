"""What changed between two plans, in words for those who must approve it."""

from generator.compare.change import Change, Difference
from generator.compare.plans import changes

__all__ = ["Change", "Difference", "changes"]
