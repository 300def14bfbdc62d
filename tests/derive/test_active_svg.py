"""What an SVG picture may not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.derive.active_svg import activities

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'

ACTIVE = (
    "<script>alert(1)</script>",
    "<SCRIPT/>",
    '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
    '<path onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"><path/></a>',
    '<a xlink:href=" java&#10;script:alert(1)"><path/></a>',
    '<image href="https://elsewhere.example/a.png"/>',
    '<image href="//elsewhere.example/a.png"/>',
    '<use xlink:href="other.svg#a"/>',
    '<use href="data:image/svg+xml;base64,AA"/>',
    "<foreignObject/>",
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<animate attributeName="xlink:href" values="javascript:alert(1)"/>',
    '<path style="fill:url(https://elsewhere.example/)"/>',
    "<path fill=\"URL( 'https://elsewhere.example/' )\"/>",
    "<style>@import 'https://elsewhere.example/a.css';</style>",
    "<style>path { fill: url(//elsewhere.example/) }</style>",
    "<style>path { fill: u<!-- -->rl(//elsewhere.example/) }</style>",
    '<g xml:base="https://elsewhere.example/"/>',
    "<g>",
)

PLAIN = (
    '<path d="M0 0h1" style="fill:url(#a)"/>',
    '<use href="#a"/>',
    '<image href="data:image/png;base64,AA=="/>',
    '<a href="https://www.example/"><text>Site</text></a>',
    "<style>path { fill: #fff }</style><text>Lift on call; only = one</text>",
    '<linearGradient id="a"/><path fill="url(#a)" clip-path="url(\'#b\')"/>',
    "<title>javascript: is a word here</title>",
)


@pytest.mark.parametrize("inner", ACTIVE)
def test_what_runs_or_fetches_is_found(inner: str) -> None:
    assert activities(f"{HEAD}{inner}</svg>".encode())


@pytest.mark.parametrize("inner", PLAIN)
def test_what_only_draws_is_let_be(inner: str) -> None:
    assert activities(f"{HEAD}{inner}</svg>".encode()) == ()


def test_entities_and_style_sheets_of_the_document_are_found() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'
    assert activities(bomb.encode())
    assert activities(b'<?xml-stylesheet href="a.css"?><svg/>')


def test_no_bytes_make_it_fail() -> None:
    for content in (b"", b"\xff\xfe\x00", b"GIF89a", b'<?xml version="1.0" encoding="x"?><svg/>'):
        assert activities(content)


def test_the_line_is_named() -> None:
    (found,) = activities(b"<svg>\n\n<script/></svg>")
    assert (found.what, found.line) == ("<script>", 3)


def test_the_sample_plans_pictures_are_plain() -> None:
    pictures = list((Path(__file__).parents[2] / "plans").rglob("*.svg"))
    assert len(pictures) > 2
    assert [path.name for path in pictures if activities(path.read_bytes())] == []
