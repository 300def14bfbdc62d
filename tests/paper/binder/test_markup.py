"""The reader of our own templates' HTML, beside one that reads any HTML."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from generator.editions import audiences
from generator.load import load
from generator.outputs.article import Setting, article
from generator.paper.binder.markup import Element, parsed
from generator.views import all_pages
from generator.views.sheets.sheet import Order

SAMPLES = [Path("plans") / name for name in ("bakkerij", "scheldenet")]
VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))

Told = list[tuple[Any, ...]]
"""Tags that open with their attributes, tags that close, and texts."""


class AnyReader(HTMLParser):
    """Tells everything but icons, and nothing of what is within a drawing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: Told = []
        self.aside: list[str] = []
        """The open tags from a drawing or icon on."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if self.aside or "rb-icon" in classes or "rb-drawing" in classes:
            if not self.aside and "rb-drawing" in classes:
                self.told.append(("drawing",))
            self.aside.append(tag)
            return
        self.told.append(("opens", tag, {name: value or "" for name, value in attrs}))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.aside:
            self.aside.pop()
        elif tag not in VOID:
            self.told.append(("closes", tag))

    def handle_data(self, data: str) -> None:
        if not self.aside:
            self.told.append(("text", data))


def told(element: Element) -> Iterator[tuple[Any, ...]]:
    """The same of a tree."""
    for child in element.children:
        if isinstance(child, str):
            yield "text", child
        elif child.raw:
            yield ("drawing",)
        else:
            yield "opens", child.tag, dict(child.attributes)
            yield from told(child)
            if child.tag not in VOID:
                yield "closes", child.tag


def joined(parts: Iterator[tuple[Any, ...]] | Told) -> Told:
    """With texts in one piece where nothing stands between them."""
    found: Told = []
    for part in parts:
        if part[0] == "text" and found and found[-1][0] == "text":
            found[-1] = ("text", found[-1][1] + part[1])
        else:
            found.append(part)
    return found


@pytest.mark.parametrize("plan", SAMPLES, ids=lambda path: path.name)
def test_every_article_of_the_samples_is_read_as_any_reader_reads_it(plan: Path) -> None:
    known = load(plan).plan
    assert known is not None
    count = drawings = 0
    for audience in audiences(known):
        for language in known.plan.languages:
            reading = Order(known, audience, language, date(2026, 11, 1)).reading
            setting = Setting(reading.edition, reading.words, lambda _: "", None)
            for page in all_pages(reading.edition, reading.words):
                html = article(page, setting)
                any_reader = AnyReader()
                any_reader.feed(html)
                any_reader.close()
                own = joined(told(parsed(html)))
                assert own == joined(any_reader.told), page.address.path
                count += 1
                drawings += own.count(("drawing",))
    assert count > 50
    assert drawings


def test_what_is_read() -> None:
    (one,) = parsed('<p class="a b" hidden data-x="1 &gt; 0">x &amp; <br>y<i/></p>').elements()
    assert one.attributes == {"class": "a b", "hidden": "", "data-x": "1 > 0"}
    assert [part if isinstance(part, str) else part.tag for part in one.children] == [
        "x & ", "br", "y", "i",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p><b>x</p></b>", "closes"),
        ("</article>", "closes"),
        ("<p>x", "isn't closed"),
        ("<p>1 < 2</p>", "no text"),
        ("<p class='x'>1</p>", "no tag"),
        ("<p class=x>1</p>", "no tag"),
        ('<p title="x>1</p>', "no text"),
        ("<!-- x -->", "no tag"),
        ("<script>1</script>", "no tag"),
        ("<P>x</P>", "no tag"),
    ],
)
def test_what_templates_do_not_write_is_refused(html: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        parsed(html)
