"""How long a call tree takes until everyone is reached, by simulation.

Each of many rounds of calls is played with seeded dice. What a round assumes:

- A call that is answered takes ``call_length``. One that is not rings for half a minute; the next
  try, or the alternate, follows after ``retry_after``. Meanwhile a caller calls the others.
- At each place the role's holder is tried ``attempts`` times, then each alternate as often. A
  place is reached when somebody there answers. A vacant role counts as one person: vacancy is
  another check's matter, and an edition that withholds a holder must not say otherwise.
- *Cascade*: whoever is reached calls their own branch, in order. Who can't be reached is given up,
  and the caller takes over the branch.
- *Hunt*: one after the other, each once, ``attempts`` rounds with ``retry_after`` between them,
  until somebody answers. That one person is the whole of what is to be reached.
- *Simultaneous*: everybody at once; who does not answer is tried again ``retry_after`` later.

Times are whole seconds, so that every platform works out the same.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from msgspec import Struct

from generator.derive.branches import branches, walk
from generator.derive.reach_rounds import Place, Rounds, Setting, play
from generator.model import Plan
from generator.model.call_tree import CallNode, CallTree
from generator.model.duration import MINUTE, Duration
from generator.model.kinds import by_id
from generator.model.role import Role

DEFAULT_CALL_LENGTH = Duration(2 * MINUTE)
DEFAULT_ANSWER_RATE = 70
DEFAULT_ATTEMPTS = 2
DEFAULT_RETRY_AFTER = Duration(5 * MINUTE)

CANDIDATES = 4
"""So many places are tried out as the weakest link: those whose silence costs most."""


class Reach(Struct, frozen=True, dict=True):
    """What a call tree achieves.

    ``expected`` and ``p90`` are the mean and 90th-percentile time until every place is reached,
    or given up and reported to the controller. ``share`` is the mean share of places reached at
    all (0 to 1), ``everyone`` the share of rounds in which all were.

    With a target: ``to_share`` and ``to_share_p90`` are the median and 90th-percentile time until
    the target's share is reached, None if so many rounds never get there; ``in_time`` is the mean
    share reached within the target's time; ``meets_target`` is true if nine rounds of ten reach
    the share in time. Without a target they are None.

    ``assumed`` names the fields for which the defaults stand in. ``places`` counts what is to be
    reached: one for a hunt order.
    """

    expected: Duration
    p90: Duration
    share: float
    everyone: float
    to_share: Duration | None
    to_share_p90: Duration | None
    in_time: float | None
    meets_target: bool | None
    places: int
    assumed: tuple[str, ...]
    setting: Setting

    @cached_property
    def weakest_link(self) -> str | None:
        """The place (node id) that, if it always answered at once, would lower ``p90`` most.

        None if none would, and for a hunt order, where it would always be the first.
        """
        return _weakest(self.setting)


def reach(tree: CallTree, plan: Plan) -> Reach | None:
    """Reckon a call tree of a plan; None if it has no places."""
    setting, assumed = _setting(tree, plan)
    return _reckon(setting, assumed) if setting.places else None


def _setting(tree: CallTree, plan: Plan) -> tuple[Setting, tuple[str, ...]]:
    roles: dict[str, Role] = by_id(plan, "role")
    found = list(walk(branches(tree)))
    at = {branch.node.id: number for number, branch in enumerate(found)}
    below: dict[str | None, list[int]] = {}
    for branch in found:
        caller = branch.caller.id if branch.caller else None
        below.setdefault(caller, []).append(at[branch.node.id])
    places = tuple(
        Place(b.node.id, people_at(b.node, roles), tuple(below.get(b.node.id, ()))) for b in found
    )
    if tree.kind != "cascade":
        places = tuple(_in_order(places, tree))
    settled = {
        "call_length": tree.call_length,
        "answer_rate": tree.answer_rate,
        "attempts": tree.attempts,
        "retry_after": tree.retry_after,
    }
    setting = Setting(
        kind=tree.kind,
        places=places,
        roots=tuple(below.get(None, ())),
        call_length=(tree.call_length or DEFAULT_CALL_LENGTH).seconds,
        answer_rate=tree.answer_rate or DEFAULT_ANSWER_RATE,
        attempts=tree.attempts or DEFAULT_ATTEMPTS,
        retry_after=(tree.retry_after or DEFAULT_RETRY_AFTER).seconds,
        call_back=tree.call_back,
        target_share=tree.target.share if tree.target else None,
        target_within=tree.target.within.seconds if tree.target else None,
    )
    return setting, tuple(name for name, value in settled.items() if value is None)


def _in_order(places: tuple[Place, ...], tree: CallTree) -> list[Place]:
    """The places as the plan writes them: only a cascade has branches."""
    by_node = {place.node: Place(place.node, place.people, ()) for place in places}
    return [by_node[id_] for id_ in dict.fromkeys(node.id for node in tree.nodes)]


def people_at(node: CallNode, roles: dict[str, Role]) -> int:
    """How many different people are tried at a place: holders, then alternates; at least one."""
    people: dict[str, None] = {}
    for who in (node.who, *node.alternates):
        role = roles.get(who)
        held = (role.holder or who, *role.alternates) if role else (who,)
        people.update(dict.fromkeys(held))
    return len(people)


@lru_cache(maxsize=512)
def _reckon(setting: Setting, assumed: tuple[str, ...]) -> Reach:
    rounds = _usual(setting)
    count = len(rounds.done)
    to_share = None if setting.target_share is None else rounds.to_share(setting.target_share)
    within = setting.target_within
    p90 = None if to_share is None else _rank(to_share, 90)
    return Reach(
        expected=Duration(_mean(rounds.done)),
        p90=Duration(_percentile(rounds.done)),
        share=rounds.reached / (count * rounds.places),
        everyone=sum(len(times) == rounds.places for times in rounds.times) / count,
        to_share=None if to_share is None else _rank(to_share, 50),
        to_share_p90=p90,
        in_time=None if within is None else rounds.within(within) / (count * rounds.places),
        meets_target=None if within is None else p90 is not None and p90.seconds <= within,
        places=rounds.places,
        assumed=assumed,
        setting=setting,
    )


@lru_cache(maxsize=4)
def _usual(setting: Setting) -> Rounds:
    """The rounds as the plan has them, kept until the weakest link was looked for."""
    return play(setting)


@lru_cache(maxsize=512)
def _weakest(setting: Setting) -> str | None:
    if setting.kind == "hunt":
        return None
    rounds = _usual(setting)
    usual = _percentile(rounds.done)
    best, found = 0, None
    for number in sorted(_candidates(rounds)):
        gained = usual - _percentile(play(setting, perfect=number).done)
        if gained > best:
            best, found = gained, setting.places[number].node
    return found


def _candidates(rounds: Rounds) -> list[int]:
    """The places whose first silence goes with the longest rounds."""
    total, every = sum(rounds.done), len(rounds.done)

    def delay(number: int) -> float:
        silent, seconds = rounds.silent[number], rounds.seconds_silent[number]
        if silent in (0, every):
            return 0.0
        return seconds / silent - (total - seconds) / (every - silent)

    return sorted(range(len(rounds.silent)), key=lambda n: (-delay(n), n))[:CANDIDATES]


def _mean(seconds: tuple[int, ...]) -> int:
    return (2 * sum(seconds) + len(seconds)) // (2 * len(seconds))


def _percentile(seconds: tuple[int, ...]) -> int:
    return sorted(seconds)[_place(len(seconds), 90)]


def _rank(seconds: tuple[int | None, ...], percent: int) -> Duration | None:
    """The percentile of times of which some are never (None, which sorts last)."""
    reached = sorted(value for value in seconds if value is not None)
    place = _place(len(seconds), percent)
    return Duration(reached[place]) if place < len(reached) else None


def _place(count: int, percent: int) -> int:
    """Nearest rank, from 0."""
    return -(-percent * count // 100) - 1
