"""Rounds of calls, played with seeded dice; ``reach`` says what they assume."""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct

SEED = 22301
RING = 30
"""Seconds that a call rings which nobody answers."""

MOST_ROUNDS, FEWEST_ROUNDS = 2_000, 40
CALLS = 100_000
"""About so many places are played in all: large trees get fewer rounds."""


class Place(Struct, frozen=True):
    """One place: its node, how many people are tried there, and the places it calls."""

    node: str
    people: int
    calls: tuple[int, ...]


class Setting(Struct, frozen=True):
    """All that the rounds depend on; times in seconds, rates and shares in per cent."""

    kind: str
    places: tuple[Place, ...]
    roots: tuple[int, ...]
    call_length: int
    answer_rate: int
    attempts: int
    retry_after: int
    call_back: bool
    target_share: int | None
    target_within: int | None

    def tries(self, number: int) -> int:
        """How often a place is called before it is given up."""
        return self.places[number].people * self.attempts


class Rounds(Struct, frozen=True):
    """What happened: for each round when it was done, and when places were reached, in order.

    ``silent`` counts for each place the rounds in which it did not answer the first call,
    ``seconds_silent`` adds up how long those took.
    """

    places: int
    done: tuple[int, ...]
    times: tuple[tuple[int, ...], ...]
    silent: tuple[int, ...]
    seconds_silent: tuple[int, ...]

    @property
    def reached(self) -> int:
        """Places reached in all rounds together."""
        return sum(map(len, self.times))

    def within(self, seconds: int) -> int:
        """Places reached by then, in all rounds together."""
        return sum(time <= seconds for times in self.times for time in times)

    def to_share(self, share: int) -> tuple[int | None, ...]:
        """For each round when the share of places was reached; None if it never was."""
        needed = -(-share * self.places // 100)
        return tuple(times[needed - 1] if len(times) >= needed else None for times in self.times)


def play(setting: Setting, perfect: int | None = None) -> Rounds:
    """Play all rounds. ``perfect`` is a place that always answers at once: the dice of all other
    places fall as they do without."""
    size = len(setting.places)
    one_round = _KINDS[setting.kind]
    played: dict[tuple[int, ...], tuple[int, tuple[int, ...]]] = {}
    done, times = [], []
    silent, seconds_silent = [0] * size, [0] * size
    for failed in _dice(setting):
        if perfect is not None:
            failed = (*failed[:perfect], 0, *failed[perfect + 1 :])
        if failed not in played:
            end, reached = one_round(setting, failed)
            played[failed] = end, tuple(sorted(reached))
        end, in_order = played[failed]
        done.append(end)
        times.append(in_order)
        for number, fails in enumerate(failed):
            if fails:
                silent[number] += 1
                seconds_silent[number] += end
    places = 1 if setting.kind == "hunt" else size
    return Rounds(places, tuple(done), tuple(times), tuple(silent), tuple(seconds_silent))


@lru_cache(maxsize=4)
def _dice(setting: Setting) -> tuple[tuple[int, ...], ...]:
    """For each round and place, how many calls go unanswered."""
    size = len(setting.places)
    dice = random.Random(SEED)  # noqa: S311 - dice, not secrets
    tries = [setting.tries(number) for number in range(size)]
    return tuple(
        tuple(_failed(dice, most, setting.answer_rate) for most in tries)
        for _ in range(max(FEWEST_ROUNDS, min(MOST_ROUNDS, CALLS // size)))
    )


def _failed(dice: random.Random, tries: int, rate: int) -> int:
    """How many calls go unanswered before one is answered; ``tries`` if none is."""
    for failed in range(tries):
        if dice.random() * 100 < rate:
            return failed
    return tries


def _cascade(setting: Setting, failed: Sequence[int]) -> tuple[int, list[int]]:
    reached: list[int] = []
    done = 0
    callers = [(0, setting.roots)]
    while callers:
        start, branch = callers.pop()
        done = max(done, _one_caller(setting, failed, start, branch, reached, callers))
    return done + setting.call_length * setting.call_back, reached


def _one_caller(
    setting: Setting,
    failed: Sequence[int],
    now: int,
    branch: tuple[int, ...],
    reached: list[int],
    callers: list[tuple[int, tuple[int, ...]]],
) -> int:
    """One caller works through a branch; who is reached joins ``callers``. When it is done."""
    waiting = [(now, turn, number, 0) for turn, number in enumerate(branch)]
    turns = len(waiting)
    while waiting:
        ready, _, number, tried = heapq.heappop(waiting)
        now = max(now, ready)
        place = setting.places[number]
        if tried == failed[number] < setting.tries(number):
            now += setting.call_length
            reached.append(now)
            if place.calls:
                callers.append((now, place.calls))
            continue
        now += RING
        # After the last try the place is given up: its branch is now the caller's.
        given_up = tried + 1 == setting.tries(number)
        again = (
            [(now, callee, 0) for callee in place.calls]
            if given_up
            else [(now + setting.retry_after, number, tried + 1)]
        )
        for when, whom, tries in again:
            heapq.heappush(waiting, (when, turns, whom, tries))
            turns += 1
    return now


def _hunt(setting: Setting, failed: Sequence[int]) -> tuple[int, list[int]]:
    """Each place's dice hold its people one after the other, round after round."""
    people = sum(place.people for place in setting.places)
    answers = []
    before = 0
    for number, place in enumerate(setting.places):
        if failed[number] < setting.tries(number):
            turn, person = divmod(failed[number], place.people)
            answers.append(turn * people + before + person)
        before += place.people
    calls = min(answers, default=people * setting.attempts)
    pauses = min(calls // people, setting.attempts - 1)
    end = calls * RING + pauses * setting.retry_after
    return (end + setting.call_length, [end + setting.call_length]) if answers else (end, [])


def _simultaneous(setting: Setting, failed: Sequence[int]) -> tuple[int, list[int]]:
    reached, given_up = [], [0]
    for number, fails in enumerate(failed):
        if fails < setting.tries(number):
            reached.append(fails * setting.retry_after + setting.call_length)
        else:
            given_up.append(fails * setting.retry_after)
    return max(*given_up, *reached, 0), reached


_KINDS: dict[str, Callable[[Setting, Sequence[int]], tuple[int, list[int]]]] = {
    "cascade": _cascade,
    "hunt": _hunt,
    "simultaneous": _simultaneous,
}
