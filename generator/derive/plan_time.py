"""How long checklists, phases and plans take, from the time that each step takes.

Steps are done one after the other; a step that is ``alongside`` runs while the one before it does,
and the longest of such a group counts. A block's steps are opened, unless the line that uses it
says itself what it takes. Answers that lead to other checklists are not followed. What must not be
done and headings take no time; any other step without ``takes`` is counted as unknown: the known
time is then only the least that it can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.model import Plan
from generator.model.activity import Activity
from generator.model.checklist import Checklist, Step, StepKind
from generator.model.continuity_plan import ContinuityPlan
from generator.model.duration import Duration
from generator.model.kinds import by_id
from generator.model.phase import Phase

EVERYONE = ""
"""Stands for the role of a checklist that names none."""

NO_TIME = Duration(0)

_TIMELESS = frozenset({StepKind.DO_NOT, StepKind.PAUSE})


class WorkTime(Struct, frozen=True):
    """``known`` is what the steps with a time take; ``unknown`` counts the steps without one,
    ``steps`` all that take time."""

    known: Duration = NO_TIME
    unknown: int = 0
    steps: int = 0

    @property
    def complete(self) -> bool:
        """True if every step says what it takes, and there is one."""
        return not self.unknown and self.steps > 0

    def then(self, other: WorkTime) -> WorkTime:
        """This, and after it the other."""
        seconds = self.known.seconds + other.known.seconds
        return self._with(seconds, other)

    def beside(self, other: WorkTime) -> WorkTime:
        """This, and at the same time the other."""
        return self._with(max(self.known.seconds, other.known.seconds), other)

    def _with(self, seconds: int, other: WorkTime) -> WorkTime:
        return WorkTime(Duration(seconds), self.unknown + other.unknown, self.steps + other.steps)


class SharedTime(Struct, frozen=True):
    """Work of several roles at once: ``by_role`` in the plan's order (``EVERYONE`` for no role).

    ``slowest`` is the role whose known time is the longest, None if no role has any.
    """

    total: WorkTime
    by_role: tuple[tuple[str, WorkTime], ...]

    @property
    def slowest(self) -> str | None:
        """The role that all wait for."""
        longest = max(self.by_role, key=lambda pair: pair[1].known, default=None)
        return longest[0] if longest and longest[1].known.seconds else None


class PlanTime(Struct, frozen=True):
    """A plan's time against the smallest RTO of its activities; ``bound_by`` is which has it.

    Systems do not count: a recovery plan brings them back one after the other, each in its time.
    """

    work: SharedTime
    rto: Duration | None
    bound_by: str | None

    @property
    def meets(self) -> bool | None:
        """False if even the known time is longer than the RTO; True if all is known and is not.

        None where it can't be told: without an RTO, or while steps have no time.
        """
        if self.rto is None:
            return None
        if self.work.total.known > self.rto:
            return False
        return True if self.work.total.complete else None


def steps_time(steps: Iterable[Step], blocks: Mapping[str, tuple[Step, ...]]) -> WorkTime:
    """What a list of steps takes; ``blocks`` are the plan's blocks by id."""
    whole = group = WorkTime()
    for step in steps:
        one = _step_time(step, blocks)
        if step.alongside:
            group = group.beside(one)
        else:
            whole, group = whole.then(group), one
    return whole.then(group)


def _step_time(step: Step, blocks: Mapping[str, tuple[Step, ...]]) -> WorkTime:
    if step.takes is not None:
        return WorkTime(step.takes, 0, 1)
    if not step.filled or step.kind in _TIMELESS:
        return WorkTime()
    if step.block and step.block in blocks:
        return steps_time(blocks[step.block], {})
    return WorkTime(unknown=1, steps=1)


def phase_time(phase: Phase, plan: Plan, variant: str | None = None) -> SharedTime:
    """What a phase takes: each role works its lists one after the other, all roles at once.

    In one variant of the scenario; without one, in the variant in which it takes the longest.
    """
    if variant is None:
        named = dict.fromkeys(v for a in phase.checklists for v in a.variants)
        each = [phase_time(phase, plan, name) for name in named or ("",)]
        return max(each, key=lambda time: time.total.known)
    lists: dict[str, Checklist] = by_id(plan, "checklist")
    work = [
        (a.role or EVERYONE, lists[a.checklist])
        for a in phase.checklists
        if a.checklist in lists and (not a.variants or variant in a.variants)
    ]
    return _shared(work, plan)


def plan_time(plan_: ContinuityPlan, plan: Plan) -> PlanTime:
    """What it takes until a plan's first two questions are worked off, roles at once.

    The lists of ``react`` and ``keep_working`` count, each once for every role that works it.
    """
    lists: dict[str, Checklist] = by_id(plan, "checklist")
    named = dict.fromkeys((*plan_.react.checklists, *plan_.keep_working.checklists))
    work = [
        (role, lists[id_])
        for id_ in named
        if id_ in lists
        for role in lists[id_].roles or (EVERYONE,)
    ]
    rto, bound_by = min(_bounds(plan_, plan), default=(None, None))
    return PlanTime(_shared(work, plan), rto, bound_by)


def _bounds(plan_: ContinuityPlan, plan: Plan) -> Iterator[tuple[Duration, str]]:
    """The RTOs that hold for a plan, with the activity that has each."""
    activities: dict[str, Activity] = by_id(plan, "activity")
    for id_ in plan_.activities:
        if id_ in activities and (rto := activities[id_].rto):
            yield rto, id_


def _shared(work: list[tuple[str, Checklist]], plan: Plan) -> SharedTime:
    blocks = _blocks(plan)
    by_role: dict[str, WorkTime] = {}
    lists: dict[str, WorkTime] = {}
    for role, checklist in work:
        lists[checklist.id] = spent = steps_time(checklist.steps, blocks)
        by_role[role] = by_role.get(role, WorkTime()).then(spent)
    # Two roles may work one list: its steps are counted once.
    unknown = sum(time.unknown for time in lists.values())
    steps = sum(time.steps for time in lists.values())
    known = max((time.known for time in by_role.values()), default=NO_TIME)
    return SharedTime(WorkTime(known, unknown, steps), tuple(by_role.items()))


def _blocks(plan: Plan) -> dict[str, tuple[Step, ...]]:
    return {id_: block.steps for id_, block in by_id(plan, "block").items()}
