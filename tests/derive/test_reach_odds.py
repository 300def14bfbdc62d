"""Figures of many rounds against odds worked out by hand.

Everywhere a call takes 2 min (120 s), a silent one rings for 30 s, and the next try follows 5 min
(300 s) later.
"""

from __future__ import annotations

from typing import Any

import pytest

from generator.derive.reach import Reach, _candidates, reach
from generator.derive.reach_rounds import Place, Rounds, Setting, play
from tests.plan_builder import make_plan

TIMES = {"call_length": "2 min", "retry_after": "5 min"}


def figures(*nodes: dict[str, Any], rate: int, attempts: int, **changes: Any) -> Reach:
    """What a tree of these places achieves."""
    tree = {"id": "team", "title": "Team", "nodes": nodes, **TIMES}
    tree |= {"answer_rate": rate, "attempts": attempts} | changes
    plan = make_plan(call_trees=[tree])
    found = reach(plan.call_trees[0], plan)
    assert found is not None
    return found


def node(id_: str, *calls: str, alternates: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": id_, "who": id_, "calls": calls, "alternates": alternates}


def about(number: float) -> Any:
    """A share or mean of 2,000 rounds: within 6 % of it."""
    return pytest.approx(number, rel=0.06)


def test_a_chain_of_two() -> None:
    # Each place: reached after 120 s (1/2) or 30 + 300 + 120 = 450 s (1/4), given up after
    # 30 + 300 + 30 = 360 s (1/4); b is called when a was reached or given up. Sums of two:
    # 240 (1/4), 480 (1/4), 570 (1/4), 720 (1/16), 810 (2/16), 900 (1/16).
    # Up to 720 are 81 %, up to 810 are 94 % of the rounds. The mean is 2 × 262.5 s.
    found = figures(node("a", "b"), node("b"), rate=50, attempts=2)
    assert found.p90.seconds == 810
    assert found.expected.seconds == about(525)
    assert found.share == about(3 / 4)
    assert found.everyone == about(9 / 16)


def test_two_called_one_after_the_other() -> None:
    # Both answer: 240 s. One does: 120 + 30 or 30 + 120 = 150 s. Nobody: 60 s.
    # At 80 %: 0.64 × 240 + 0.32 × 150 + 0.04 × 60 = 204 s on average.
    found = figures(node("a"), node("b"), rate=80, attempts=1)
    assert found.p90.seconds == 240
    assert found.expected.seconds == about(204)
    assert (found.share, found.everyone) == (about(0.8), about(0.64))


def test_a_target_of_half_the_people() -> None:
    # The first one is reached after 120 s (0.8), after 150 s (0.2 × 0.8) or never (0.04).
    nodes = (node("a"), node("b"))
    late = figures(*nodes, rate=80, attempts=1, target={"share": 50, "within": "2 min"})
    assert late.to_share is not None
    assert late.to_share_p90 is not None
    assert (late.to_share.seconds, late.to_share_p90.seconds) == (120, 150)
    assert late.meets_target is False
    # Of two people 0.8 are reached within 120 s: the first, if they answer.
    assert late.in_time == about(0.8 / 2)
    in_time = figures(*nodes, rate=80, attempts=1, target={"share": 50, "within": "150 s"})
    assert in_time.meets_target is True
    assert in_time.in_time == about(0.96 / 2)
    # Both within any time: 0.64 of the rounds, less than nine of ten.
    both = figures(*nodes, rate=80, attempts=1, target={"share": 51, "within": "1h"})
    assert both.to_share_p90 is None
    assert both.meets_target is False


def test_a_hunt_for_one_of_two() -> None:
    # a after 120 s (1/2), b after 30 + 120 = 150 s (1/4), nobody after 60 s (1/4): mean 112.5 s.
    found = figures(node("a"), node("b"), rate=50, attempts=1, kind="hunt")
    assert found.p90.seconds == 150
    assert found.expected.seconds == about(112.5)
    assert (found.places, found.share) == (1, about(0.75))


def test_two_at_once() -> None:
    # Both answer: 120 s (1/4). Who does not is given up after 300 s (3/4): mean 255 s.
    found = figures(node("a"), node("b"), rate=50, attempts=1, kind="simultaneous")
    assert found.p90.seconds == 300
    assert found.expected.seconds == about(255)
    assert (found.share, found.everyone) == (about(0.5), about(0.25))


@pytest.mark.parametrize("weak", ["a", "b"])
def test_the_weakest_link_of_two(weak: str) -> None:
    # Two people are tried at the weak place, four calls in all: 120 s (1/2), 450 (1/4),
    # 780 (1/8), 1110 or given up after 1020 (1/16 each); 90 % is 1020. The other one as above:
    # 90 % is 450. If the weak one answers at once 570 s are left, if the other does 1140 s.
    strong = "b" if weak == "a" else "a"
    nodes = {weak: {"alternates": ("tom",)}, strong: {}}
    first = node("a", "b", **nodes["a"])
    found = figures(first, node("b", **nodes["b"]), rate=50, attempts=2)
    assert found.weakest_link == weak


def test_places_that_all_wait_for_are_tried_out_first() -> None:
    # Four rounds of 100, 300, 500 and 700 s. Mean when silent less mean when not:
    # 0 in the last two: 600 - 200 = 400; 1 in the first and third: 300 - 500 = -200;
    # 2 never and 3 always: 0; 4 in the last: 700 - 300 = 400.
    rounds = Rounds(
        places=5,
        done=(100, 300, 500, 700),
        times=((), (), (), ()),
        silent=(2, 2, 0, 4, 1),
        seconds_silent=(1200, 600, 0, 1600, 700),
    )
    assert _candidates(rounds) == [0, 4, 2, 3]


def setting(places: int, rate: int) -> Setting:
    """Places of one person each, who is called once."""
    return Setting(
        kind="cascade",
        places=tuple(Place(str(number), 1, ()) for number in range(places)),
        roots=tuple(range(places)),
        call_length=120,
        answer_rate=rate,
        attempts=1,
        retry_after=300,
        call_back=False,
        target_share=None,
        target_within=None,
    )


def test_silence_is_counted_with_the_time_that_it_takes() -> None:
    rounds = play(setting(1, rate=50))
    (silent,) = rounds.silent
    assert silent == about(1000)
    assert silent + rounds.reached == len(rounds.done) == 2_000
    # A silent round is 30 s of ringing.
    assert rounds.seconds_silent == (30 * silent,)
    assert set(rounds.done) == {30, 120}


def test_a_perfect_place_always_answers_and_the_others_dice_stay() -> None:
    usual, perfect = play(setting(2, rate=50)), play(setting(2, rate=50), perfect=0)
    assert perfect.silent == (0, usual.silent[1])
    assert set(perfect.done) == {150, 240}


def test_a_very_large_tree_is_still_played_forty_times() -> None:
    assert len(play(setting(5_000, rate=100)).done) == 40
