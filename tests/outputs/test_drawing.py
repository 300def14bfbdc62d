"""Drawings: where things stand, what they say, and that nothing in a plan breaks them."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.drawing import LETTERS, WIDEST, WIDTH, Placed, drawn, placed, width, wrapped
from generator.views.page import Address, Link
from generator.views.parts.contact import named
from generator.views.parts.drawing import Arrow, Box, Drawing


def drawing(*arrows: tuple[str, str], dashed: bool = False) -> Drawing:
    """A drawing of its arrows."""
    names = dict.fromkeys(itertools.chain(*arrows))
    return Drawing(
        tuple(Box(name, f"Role {name}", "Noor Verhaegen") for name in names),
        tuple(Arrow(source, target, dashed) for source, target in arrows),
    )


def page_link(address: Address, anchor: str = "") -> str:
    """What a page would link to."""
    return address.path + anchor


def apart(found: Placed) -> bool:
    """True if no two boxes touch."""
    return all(
        abs(one.x - other.x) >= WIDTH
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
        for one, other in itertools.combinations(found.boxes, 2)
    )


def test_branches_run_from_left_to_right_in_order() -> None:
    found = placed(drawing(("a", "b"), ("a", "c"), ("c", "d")))
    at = {one.box.id: one for one in found.boxes}
    assert at["a"].x < at["b"].x == at["c"].x < at["d"].x
    assert at["b"].y < at["c"].y
    assert apart(found)


def test_a_long_chain_runs_from_top_to_bottom() -> None:
    found = placed(drawing(*itertools.pairwise("abcdefgh")))
    assert found.width < WIDEST
    assert [one.y for one in found.boxes] == sorted(one.y for one in found.boxes)


def test_on_paper_a_chain_runs_down_and_a_tree_that_gets_no_narrower_stays() -> None:
    chain = drawing(*itertools.pairwise("abcd"))
    assert 860 < placed(chain).width <= WIDEST
    assert placed(chain, 860).width < 220
    tree = drawing(*itertools.pairwise("abcd"), *(("c", leaf) for leaf in "efghij"))
    assert placed(tree, 860) == placed(tree)


def test_what_is_written_is_escaped_and_linked() -> None:
    link = Link(Address("roles", "lead"), named("Lead"))
    boxes = (Box("a", "<script>&", "“ ]]> 李小龍 🚒", link), Box("b", "B"))
    svg = drawn(Drawing(boxes, (Arrow("a", "b", dashed=True),)), page_link)
    root = ET.fromstring(svg)
    words = [span.text for span in root.findall(".//{*}tspan")]
    assert words == ["<script>&", "“ ]]> 李小龍 🚒", "B"]
    assert [a.attrib["href"] for a in root.findall(".//{*}a")] == ["roles/lead.html"]
    assert root.attrib["aria-hidden"] == "true"
    assert "stroke-dasharray" in svg


def test_a_drawing_is_the_same_each_time() -> None:
    one = drawing(("a", "b"), ("b", "a"), ("a", "a"))
    first = str(drawn(one, page_link))
    placed.cache_clear()
    assert str(drawn(one, page_link)) == first


def test_long_words_are_wrapped_and_cut() -> None:
    assert wrapped("Operations lead, deputy crisis lead") == (
        "Operations lead, deputy",
        "crisis lead",
    )
    assert wrapped("one " * 30)[-1].endswith("…")
    assert wrapped("x" * 100) == ("x" * (LETTERS - 1) + "…",)
    assert wrapped("  ") == ()


@given(st.text(max_size=200))
def test_no_line_is_longer_than_its_box(text: str) -> None:
    lines = wrapped(text)
    assert len(lines) <= 2
    assert all(width(line) <= LETTERS + 1 for line in lines)


NAMES = st.sampled_from("abcdef")


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=12))
def test_any_arrows_can_be_drawn(arrows: list[tuple[str, str]]) -> None:
    found = placed(drawing(*arrows))
    assert len(found.arrows) == len(arrows)
    assert apart(found)
    for one in found.boxes:
        assert -1 <= one.x <= found.width - WIDTH + 1
        assert -1 <= one.y <= found.height - one.height + 1


def test_arrows_of_a_tangled_drawing_each_run_their_own_way() -> None:
    boxes = tuple(Box(name, name) for name in "abcd")
    arrows = tuple(Arrow(source, target) for source in "ab" for target in "cd")
    tidy, tangled = (placed(Drawing(boxes, arrows, tangled=flag)) for flag in (False, True))
    assert any("V" in arrow.line for arrow in tidy.arrows)
    assert not any("V" in arrow.line for arrow in tangled.arrows)
