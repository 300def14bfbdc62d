"""Every list of steps in a plan, as the rules look at them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.model import Plan
from generator.model.checklist import Step
from generator.model.walk import Path


class StepList(Struct, frozen=True):
    """Steps that are worked together. ``where`` names them in a message: ``Checklist `x```.

    ``blocks`` are the plan's blocks by id, to open those that stand in the list.
    """

    kind: str
    id: str
    path: Path
    steps: tuple[Step, ...]
    blocks: dict[str, tuple[Step, ...]]

    @property
    def where(self) -> str:
        """The thing that holds the list, for a message."""
        return f"{self.kind.capitalize()} `{self.id}`"

    def opened(self) -> Iterator[tuple[Path, Step]]:
        """The steps with the path of each; those of a block have the path where it is used."""
        for index, step in enumerate(self.steps):
            inner = self.blocks.get(step.block, ()) if step.block else (step,)
            for one in inner:
                yield (*self.path, index), one

    def own(self) -> Iterator[tuple[Path, Step]]:
        """The steps that are written here, with the path of each."""
        for index, step in enumerate(self.steps):
            yield (*self.path, index), step


def step_lists(plan: Plan) -> Iterator[StepList]:
    """The lists of checklists, of blocks, of scenarios (safety and stand-down), and of plans (the
    return from temporary measures)."""
    blocks = {block.id: block.steps for block in plan.blocks}
    for index, checklist in enumerate(plan.checklists):
        path: Path = ("checklists", index, "steps")
        yield StepList("checklist", checklist.id, path, checklist.steps, blocks)
    for index, block in enumerate(plan.blocks):
        yield StepList("block", block.id, ("blocks", index, "steps"), block.steps, blocks)
    for index, scenario in enumerate(plan.scenarios):
        here: Path = ("scenarios", index)
        yield StepList("scenario", scenario.id, (*here, "safety"), scenario.safety, blocks)
        down = scenario.stand_down.steps
        yield StepList("scenario", scenario.id, (*here, "stand_down", "steps"), down, blocks)
    for index, continuity in enumerate(plan.plans):
        place: Path = ("plans", index, "return_steps")
        yield StepList("plan", continuity.id, place, continuity.return_steps, blocks)
