"""From an article's HTML to nodes."""

from __future__ import annotations

from typing import Any

import pytest

from generator.paper.binder.blocks import Blocks
from generator.paper.binder.levels import close_gaps
from generator.paper.binder.links import Places
from generator.paper.binder.markup import parsed
from generator.paper.binder.words import Wording

HERE = "scenarios/fire.html"


def blocks(html: str, *wanted: str) -> list[dict[str, Any]]:
    """The nodes of a page; ``wanted`` are the labels that links lead to."""
    codes = {HERE: "S1", "roles/lead.html": "R1"}
    ids = {HERE: frozenset({"safety"}), "roles/lead.html": frozenset({"people"})}
    places = Places(codes, ids, set(wanted))
    return Blocks(Wording(HERE, places), 2).of(parsed(html).children)


def firm(words: str) -> str:
    """Words on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def test_classes_keep_their_order() -> None:
    names = [f"rb-{name}" for name in ("quiet", "when", "tag", "due", "fact", "blank", "not", "a")]
    (element,) = parsed(f'<p class="{" ".join(names)}">x</p>').elements()
    assert list(element.classes) == names


def test_blanks_and_facts_stand_apart_but_not_from_the_marks_behind_them() -> None:
    (said,) = blocks(
        '<p>Call <i class="rb-blank">number</i>, or <i class="rb-blank">place</i>'
        '<span class="rb-tag">new</span><b>now</b>!</p>'
    )
    words = [one if isinstance(one, str) else one["body"][0] for one in said["body"]]
    assert words == ["Call ", "number", ", or ", "place", " ", "new", " ", "now", "!"]


def test_headings_and_running_text() -> None:
    assert blocks("<h1>Fire</h1>\n<h2>Now</h2> Leave <strong>at\n once</strong>.<p>Go.</p>") == [
        {"k": "h", "level": 2, "body": ["Fire"]},
        {"k": "h", "level": 3, "body": ["Now"]},
        {"k": "p", "style": "", "body": ["Leave ", {"k": "strong", "body": ["at once"]}, "."]},
        {"k": "p", "style": "", "body": ["Go."]},
    ]


def test_a_link_to_another_section_has_its_code_and_one_within_has_none() -> None:
    made = blocks('<p><a href="../roles/lead.html#people">Lead</a>, <a href="#safety">this</a></p>')
    assert made[0]["body"] == [
        {"k": "link", "to": "roles/lead.html#people", "code": "R1", "body": ["Lead"]},
        ", ",
        {"k": "link", "to": "scenarios/fire.html#safety", "code": "", "body": ["this"]},
    ]


def test_a_link_to_a_page_that_is_not_in_the_binder_is_its_words() -> None:
    assert blocks('<p><a href="../save/index.html">Save</a></p>')[0]["body"] == [
        {"k": "span", "body": ["Save"]}
    ]


@pytest.mark.parametrize(
    ("href", "words", "said"),
    [
        ("tel:+33199005050", "+33 1 99 00 50 50", ""),
        ("tel:+33199005050", "Crisis line", "+33199005050"),
        ("https://notify.example/now", "Notify", "notify.example/now"),
        ("mailto:a@b.example", "a@b.example", ""),
    ],
)
def test_what_leads_outside_is_written_out_once(href: str, words: str, said: str) -> None:
    (node,) = blocks(f'<p><a href="{href}">{words}</a></p>')[0]["body"]
    shown = firm(words) if href.startswith("tel:") else words
    assert node == {"k": "url", "to": href, "said": said, "body": [shown]}


def test_a_number_stands_on_one_line_and_so_does_whom_it_reaches() -> None:
    html = (
        '<p>Or dial  0800 99 00 10, in 10 to 20\nminutes: <a href="tel:+49301">'
        "Sanne Bogaert +49 171 392 00</a></p>"
    )
    (said,) = blocks(html)
    before, link = said["body"]
    assert before == f"Or dial {firm('0800 99 00 10')}, in 10 to 20 minutes: "
    assert link["body"] == [firm("Sanne Bogaert +49 171 392 00")]


def test_many_words_in_a_link_to_a_number_may_break() -> None:
    words = "The desk of the supplier of power that is open at night"
    (said,) = blocks(f'<p><a href="tel:+33199005050">{words}</a></p>')
    assert said["body"][0]["body"] == [words]


def test_no_room_is_left_before_the_code_of_where_a_link_leads() -> None:
    (said,) = blocks(
        '<p><a href="../roles/lead.html"><b>Tell</b> <span class="rb-due">in 1 h</span></a></p>'
    )
    assert said["body"][0]["body"][-1] == {"k": "span", "body": ["in 1 h"]}


def test_the_title_of_a_card_in_a_list_is_its_name() -> None:
    (listed,) = blocks(
        '<ul><li> <a class="rb-card__title" href="#safety">Lead</a> <p>Ann</p></li></ul>'
    )
    title, who = listed["items"][0]
    assert (title["style"], who["style"]) == ("name", "")
    (said,) = blocks('<p><span class="rb-quiet">Then</span> call.</p>')
    assert said["style"] == ""


def test_what_only_a_phone_does_goes_with_what_is_said_about_it() -> None:
    html = (
        '<p><a href="../a.vcf">Download</a></p><p class="rb-quiet rb-download">Do it again.</p>'
        '<p class="rb-quiet"><a href="../current.html">Is my card current?</a></p><p>Go.</p>'
    )
    assert [one["body"] for one in blocks(html)] == [["Go."]]


def test_a_short_phase_stays_on_one_page() -> None:
    html = '<section class="rb-phase"><h3>Now</h3><p>{}</p></section>'
    (group,) = blocks(html.format("Nothing."))
    assert (group["k"], group["keep"]) == ("group", True)
    assert [one["k"] for one in blocks(html.format("Go. " * 300))] == ["h", "p"]


def test_a_step_has_its_number_and_a_do_not_step_its_sign() -> None:
    html = (
        '<ol class="rb-steps"><li class="rb-step rb-step--do" id="safety">'
        '<input type="checkbox"><div class="rb-step__body"><label class="rb-step__text">'
        '<span class="rb-step__number">1</span>Leave.</label></div></li>'
        '<li class="rb-step rb-step--not" id="x"><div class="rb-step__body">'
        '<p class="rb-step__text"><strong class="rb-not">DO NOT</strong> run.</p></div></li></ol>'
    )
    first, second = blocks(html, f"{HERE}#safety")
    assert (first["n"], first["not"], first["keep"]) == ("1", False, True)
    assert first["at"] == [f"{HERE}#safety"]
    assert first["body"] == [{"k": "p", "style": "step", "body": ["Leave."]}]
    assert (second["n"], second["not"], second["at"]) == ("", True, [])
    assert second["body"][0]["body"][0] == {"k": "strong", "body": ["DO NOT"]}


def test_a_long_step_may_break_because_it_could_be_longer_than_a_page() -> None:
    html = f'<ol class="rb-steps"><li class="rb-step"><p>{"word " * 300}</p></li></ol>'
    assert blocks(html)[0]["keep"] is False


def test_what_means_nothing_on_paper_is_dropped() -> None:
    html = '<nav class="rb-jumps"><p>On this page</p></nav><button>Clear</button><p>Stay.</p>'
    assert blocks(html) == [{"k": "p", "style": "", "body": ["Stay."]}]


def test_unknown_elements_fall_back_to_their_text() -> None:
    html = "<section><blink>One <u>two</u></blink><article><p>three</p></article></section>"
    assert [one["body"] for one in blocks(html)] == [["One two"], ["three"]]


def test_the_head_of_a_table_holds_no_link() -> None:
    html = (
        '<table><thead><tr><th><a href="../roles/lead.html">Lead</a></th></tr></thead>'
        '<tbody><tr><td><a href="../roles/lead.html">Lead</a></td></tr></tbody></table>'
    )
    (table,) = blocks(html)
    assert (table["head"], table["columns"]) == (1, 1)
    kinds = [row[0]["body"][0]["body"][0]["k"] for row in table["rows"]]
    assert kinds == ["span", "link"]


def test_levels_of_headings_have_no_gaps() -> None:
    html = '<h1>One</h1><h4>Two</h4><section class="rb-safety"><h5>Three</h5></section>'
    maker = Blocks(Wording(HERE, Places({HERE: "S1"}, {HERE: frozenset()})), 2)
    made = maker.of(parsed(html).children)
    assert close_gaps(maker.headings, 1) == 4
    assert [made[0]["level"], made[1]["level"], made[2]["body"][0]["level"]] == [2, 3, 4]


def test_a_line_begins_with_its_first_word() -> None:
    (said,) = blocks("<p>Ann<br>\n approved it</p>")
    assert said["body"] == ["Ann", {"k": "br"}, "approved it"]
