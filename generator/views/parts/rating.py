"""Ratings in the words of the plan's own scales, and what is more than it accepts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.model.plan import Plan
from generator.model.programme import Programme, ScaleStep
from generator.model.risk import Rating
from generator.model.text import Name, Text


class Rated(Struct, frozen=True):
    """A rating in the words of the plan's scales."""

    likelihood: Text
    impact: Text
    score: int
    above: bool


class Scales(Struct, frozen=True):
    """The scales by value, and the highest score that is accepted, if that is set."""

    likelihood: Mapping[int, ScaleStep]
    impact: Mapping[int, ScaleStep]
    accept_up_to: int | None

    def rated(self, rating: Rating) -> Rated:
        """A rating in words."""
        return Rated(
            self.likelihood[rating.likelihood].title,
            self.impact[rating.impact].title,
            rating.score,
            self.above(rating.score),
        )

    def above(self, score: int) -> bool:
        """True if a score is more than what is accepted."""
        return self.accept_up_to is not None and score > self.accept_up_to


def scales_of(plan: Plan) -> Scales:
    """The scales of the plan's programme, with every value that a risk uses."""
    programme = plan.programme or Programme()
    ratings = [rating for r in plan.risks for rating in (r.rating, r.target) if rating]
    return Scales(
        _scale(programme.likelihood, [r.likelihood for r in ratings]),
        _scale(programme.impact, [r.impact for r in ratings]),
        programme.appetite.accept_up_to,
    )


def _scale(steps: Sequence[ScaleStep], used: Sequence[int]) -> dict[int, ScaleStep]:
    """The plan's scale by value; a value that it does not name is called by its number."""
    named = {step.value: step for step in steps}
    return {
        value: named.get(value) or ScaleStep(value=value, title=Name.of(str(value)))
        for value in {*named, *used}
    }
