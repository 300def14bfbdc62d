"""What no page or script can use goes from style sheets; whatever else is in them stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.seal import lots_of, seal
from generator.seal.rules import rules_of, split
from generator.seal.styles import Names, pruned, words_of
from tests.seal.small_site import ABOUT, SCRIPTS, site

PAGE = b'<nav class="menu" id="top" data-level="2"><a href="x">class gone, <b>really</b></a></nav>'
SCRIPT = b"""add("shown"); set("data-mode-"+it); find(".sought, #sought2"); x.dataset.deepState=1"""
NAMES = Names.of(words_of([PAGE]) | words_of([SCRIPT], script=True))


def left(sheet: str) -> str:
    return pruned({"a.css": sheet.encode()}, NAMES)["a.css"].decode()


@pytest.mark.parametrize(
    "sheet",
    [
        ".menu{color:red}",
        "#top>a:hover,.menu::after{color:red}",
        "nav.menu:not(.gone){color:red}",
        ".menu:is(.gone,.other){color:red}",
        ".shown{color:red}",
        "[data-mode-dark] a{color:red}",
        "[data-level='2']{color:red}",
        "[data-deep-state]{color:red}",
        "[hidden],[aria-expanded=true]{display:none}",
        "html,body,:root{color:red}",
        "*{color:red}",
        "@media print{a{color:red}}",
        "@font-face{font-family:Gone;src:url(gone.woff)}",
        "@keyframes gone{from{color:red}to{color:blue}}",
        "@page{margin:1cm}",
        '@charset "UTF-8";',
        "@layer gone;@layer gone{.gone{color:red}}",
        ".gone\\:hover{color:red}",
        ".gone::-moz-odd,.menu{color:red}",
        "a{--used:1px;margin:var(--used)}",
        "a{background:url(data:image/svg+xml;utf8,<svg>);color:red}",
        'a::before{content:"}.gone{"}',
    ],
)
def test_what_may_be_used_stays(sheet: str) -> None:
    assert left(sheet) == sheet


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".gone{color:red}a{color:red}", "a{color:red}"),
        (".menu .gone,.menu a{color:red}", ".menu a{color:red}"),
        ("table{color:red}", ""),
        (".sought{color:red}#sought2{color:red}", ""),
        (".really{color:red}", ""),
        ("[data-gone]{color:red}", ""),
        ("@media print{.gone{color:red}}", ""),
        (
            "@media print{.gone{color:red}@supports (a:b){a{color:red}}}",
            "@media print{@supports (a:b){a{color:red}}}",
        ),
        ("a{--unused:1px;color:red}", "a{color:red}"),
        ("a{--one:var(--two);--two:1px}", ""),
        (".gone{margin:var(--three)}a{--three:1px;color:red}", "a{color:red}"),
    ],
)
def test_what_nothing_uses_goes(sheet: str, kept: str) -> None:
    assert left(sheet) == kept


@pytest.mark.parametrize("sheet", [".gone{", ".gone}", '.gone{a:"}', "/* .gone{}", ".gone{a:(}"])
def test_what_cannot_be_read_stays_as_it_is(sheet: str) -> None:
    assert left(sheet) == sheet


def test_a_property_that_another_sheet_uses_stays() -> None:
    sheets = {"a.css": b"a{--far:1px}", "b.css": b"a{margin:var(--far)}"}
    assert pruned(sheets, NAMES) == sheets


RULES = st.sampled_from(
    [".gone{a:b}", "a{c:d}", ".menu,.gone{--x:1;e:f}", "@media print{.gone{a:b}a{g:h}}", "/*!k*/"]
)


@given(st.lists(RULES))
def test_twice_is_the_same_as_once(rules: list[str]) -> None:
    once = left("".join(rules))
    assert left(once) == once


def test_rules_are_read_whole() -> None:
    rules = list(rules_of('a,b{c:d}@import "x;y";@media (a:b){p{q:r}}'))
    assert [rule.start for rule in rules] == ["a,b", '@import "x;y"', "@media (a:b)"]
    assert split("a:is(b,c),d[e=',']", ",") == ["a:is(b,c)", "d[e=',']"]


def test_a_sealed_site_has_the_rules_that_its_pages_use() -> None:
    sheet = b"body{margin:0}.nowhere-at-all{color:red}"
    done = seal(list(lots_of({**site(), "staff/en/own.css": sheet})), ABOUT, SCRIPTS)
    assert done.file("staff/en/own.css", sheet) == b"body{margin:0}"
