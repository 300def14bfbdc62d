"""An article as it stands in the one file: other ids, links and pictures, the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import escape, unescape
from urllib.parse import unquote

from generator.outputs.single.anchors import Anchors, inner_anchor, page_anchor, path_from
from generator.outputs.single.inlined import Inlined
from generator.views.page import Address

_TAG = re.compile(
    r"<([a-zA-Z][^\s/>]*+)(\s[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+)>", re.DOTALL
)
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_ACTIVE = re.compile(
    r"<(script|style|iframe|object)\b.*?(?:</\1\s*>|\Z)|</?(?:base|embed|link|meta)\b[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_INDENT = re.compile(r"\n[ \t]+(?=<)")
_INTERESTING = re.compile(
    r"[\s\"'](?:id|for|headers|list|href|xlink:href|src|srcset|poster|data|background|style|action"
    r"|formaction|target|ping|aria-(?:labelledby|describedby|controls|owns|details)|on\w+)\s*=",
    re.IGNORECASE,
)

_NAMES = frozenset({"id", "for", "headers", "list"})
_NAMES |= {"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"}
"""Attributes that hold one id or several."""

_LEFT_OUT = frozenset({"src", "srcset", "poster", "data", "background", "xlink:href"})
_LEFT_OUT |= {"style", "action", "formaction", "target", "ping", "download"}
"""Attributes that would fetch or send, that the policy forbids, or that are made anew."""

_FOR_SCRIPTS = frozenset({"data-rb-step", "autocomplete"})
"""Nothing is stored from a file."""

_KEPT = ("tel:", "mailto:", "sms:", "geo:", "https:", "http:")


class Rewriting:
    """Rewrites what stands on pages; ``inlined`` takes in what it finds there."""

    def __init__(self, anchors: Anchors, inlined: Inlined) -> None:
        self._anchors = anchors
        self._inlined = inlined

    def rewritten(self, html: str, here: Address) -> str:
        """The HTML of the page ``here``."""
        plain = self._inlined.signs(_ACTIVE.sub("", html)).replace("<details>", "<details open>")
        return _INDENT.sub("\n", _TAG.sub(partial(self._tag, here, page_anchor(here)), plain))

    def _tag(self, here: Address, page: str, found: re.Match[str]) -> str:
        tag, rest = found.groups()
        if tag == "use" or not (tag == "details" or _INTERESTING.search(rest)):
            return found[0]
        values = _attributes(rest)
        if tag == "img":
            path = path_from(here, values.get("src", ""))
            return self._inlined.picture(path, values.get("alt", ""))
        end = "/" if rest.rstrip().endswith("/") else ""
        if tag == "details" and not _is_codes(rest):
            end = " open"
        return f"<{tag}{''.join(self._pairs(here, page, values))}{end}>"

    def _pairs(self, here: Address, page: str, values: dict[str, str]) -> Iterator[str]:
        for name, value in values.items():
            if name in _NAMES:
                anchors = " ".join(inner_anchor(page, one) for one in value.split())
                yield f' {name}="{escape(anchors)}"'
            elif name == "href":
                yield from self._link(here, page, value)
            elif not _is_left_out(name):
                yield f' {name}="{escape(value)}"'

    def _link(self, here: Address, page: str, link: str) -> Iterator[str]:
        """The attributes of a link; none if it led to a file that the one file shows already."""
        if link.startswith("#"):
            yield f' href="#{escape(inner_anchor(page, link[1:]))}"'
        elif link.lower().startswith(_KEPT):
            yield f' href="{escape(link)}"'
        else:
            path, _, anchor = link.partition("#")
            yield from self._to_file(path_from(here, path), unquote(anchor))

    def _to_file(self, path: str, anchor: str) -> Iterator[str]:
        if download := self._inlined.download(path):
            yield f' href="{download}" download="{escape(path.replace("/", "-"))}"'
        elif (target := self._anchors.link(path, anchor)) is not None:
            yield f' href="{escape(target)}"'


def _attributes(text: str) -> dict[str, str]:
    """A tag's attributes; of two with one name the first counts, as in browsers."""
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        value = double or single or bare
        values.setdefault(name, unescape(value) if "&" in value else value)
    return values


def _is_left_out(name: str) -> bool:
    return name in _FOR_SCRIPTS or name.lower() in _LEFT_OUT or name.lower().startswith("on")


def _is_codes(rest: str) -> bool:
    """Whether QR codes are folded here: the numbers that they hold stand above as text."""
    return "rb-codes" in rest
