"""What becomes of the elements of an article on paper: one explicit registry.

Whatever isn't named here falls back to its text: an unknown block to its paragraphs, an unknown
inline element to its words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

DROPPED: Final = frozenset(
    (
        "button",  # nothing to press
        "input",  # steps draw their own box
        "script",
        "noscript",
        "svg",
        "rb-hidden",  # said to those who don't see what stands beside it
        "rb-jumps",  # the way within a page
        "rb-letters",
        "rb-ticks",  # the count of ticks on a phone
        "rb-codes",  # QR codes: the number stands beside them
        "rb-own-code",  # the page's own address
        "rb-saved",  # whether this phone has the plan
        "rb-copy",  # the message again, to copy
        "rb-links",
        "rb-pills--more",  # the way to other pages: the table of contents
        "rb-step__sign",
        "rb-step__number",
        "rb-order__place",
        "rb-head__picture",
        "rb-download",  # what is said about a file that is dropped
    )
)
"""Tags and classes that mean nothing on paper, or that paper says in another way."""

DROPPED_IDS: Final = frozenset(("copy", "more"))
"""Headings of what is dropped."""

DROPPED_LINKS: Final = (".ics", ".vcf", "current.html")
"""Files that only a computer opens, and the page that asks about a card."""

BLOCK_TAGS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset"),
        *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("nav", "ol", "p", "pre", "section", "summary", "table", "ul"),
    )
)

INLINE: Final = {
    "rb-tag": "tag",
    "rb-quiet": "quiet",
    "rb-when": "quiet",
    "rb-fact": "fact",
    "rb-due": "fact",
    "rb-blank": "blank",
    "rb-measure": "strong",
    "rb-not": "strong",
    "rb-branches__answer": "answer",
    "rb-row__who": "more",
    "rb-row__more": "more",
    "rb-row__only": "more",
    "rb-person__title": "more",
    "rb-tile__summary": "more",
    "rb-dial__more": "more",
    "rb-callee__who": "more",
    "rb-table__more": "line",
    "rb-todo__facts": "line",
    "rb-todo__note": "line",
    "rb-changes__about": "line",
    "rb-matrix__title": "more",
    "rb-maturity__topic": "more",
    "rb-maturity__figure": "more",
    "rb-start__title": "more",
    "rb-head__scenario": "more",
    "rb-days__day": "strong",
    "rb-impact__after": "strong",
    "strong": "strong",
    "b": "strong",
    "em": "em",
    "i": "em",
}
"""Class or tag → the kind of inline node. ``more`` and ``fact`` stand apart from what is before
them, ``line`` on a line of its own."""

PARAGRAPHS: Final = {
    "rb-lead": "lead",
    "rb-quiet": "quiet",
    "rb-goal": "lead",
    "rb-step__text": "step",
    "rb-step__note": "note",
    "rb-todo__note": "note",
    "rb-step__facts": "facts",
    "rb-vacant": "warning",
    "rb-script": "quote",
    "rb-person__name": "name",
    "rb-callee__name": "name",
    "rb-dep__name": "name",
    "rb-order__name": "name",
    "rb-criterion__title": "name",
    "rb-phase__title": "name",
    "rb-finding__text": "name",
    "rb-timeline__when": "name",
    "rb-card__title": "name",
    "rb-entrant__title": "quiet",
    "rb-figure__number": "figure",
    "summary": "name",
}
"""Class of a block of words → the style of its paragraph; else it is plain."""


def style(classes: Iterable[str], tag: str = "") -> str:
    """The style of a paragraph by its classes, else by its tag; "" if it is plain."""
    return next((PARAGRAPHS[name] for name in (*classes, tag) if name in PARAGRAPHS), "")


STYLED: Final = {
    "rb-safety": "safety",
    "rb-point": "frame",
    "rb-level-box": "frame",
    "rb-branch": "frame",
}
"""Class of a container → how it is set off; else its content stands without it."""

KEPT: Final = frozenset(
    ("rb-person", "rb-criterion", "rb-callee", "rb-entrant", "rb-dep", "rb-phase")
)
"""Containers that don't break over two pages while they are short."""

SHORT: Final = 900
"""Letters up to which something is kept on one page: it can't be longer than a page."""
