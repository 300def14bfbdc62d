"""Each fault of a finished site, on small hand-made ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.verify import Expected, read_site, verify
from generator.verify.pages import page_facts


def _site(folder: Path, pages: dict[str, str], docs: object = None) -> Path:
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    if docs is not None:
        (folder / "search").mkdir()
        index = json.dumps({"docs": docs})
        (folder / "search/search_index.json").write_text(index)
        (folder / "search/search_index.js").write_text(f"var __index = {index};\n")
    return folder


def _codes(folder: Path, expected: Expected | None = None) -> list[tuple[str, str]]:
    return [(finding.file, finding.code) for finding in verify(read_site(folder), expected)]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://elsewhere.example/x.png">',
        "<img src='//elsewhere.example/x.png'>",
        '<img srcset="https://elsewhere.example/x.png 2x">',
        '<script src="http://elsewhere.example/x.js"></script>',
        '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
        '<link rel=preconnect href="https://elsewhere.example">',
        '<iframe src="https://elsewhere.example"></iframe>',
        "<style>a { background: url(https://elsewhere.example/x.png) }</style>",
        "<style>@import 'https://elsewhere.example/x.css';</style>",
        "<p style=\"background: url('https://elsewhere.example/x.png')\">",
        '<svg><image href="https://elsewhere.example/x.png"/></svg>',
        '<base href="https://elsewhere.example/">',
        '<meta http-equiv=Refresh content="0; URL=https://elsewhere.example/">',
        '<a title=">" href="#"></a><IMG ALT="a > b" SRC="https://elsewhere.example/x.png">',
    ],
)
def test_foreign_fetch(tmp_path: Path, html: str) -> None:
    assert ("index.html", "foreign-fetch") in _codes(_site(tmp_path, {"index.html": html}))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://elsewhere.example">plain links outward are fine</a>',
        '<link rel="canonical" href="https://plan.example/">',
        '<a href="tel:112">112</a><a href="mailto:a@b.example">mail</a>',
        '<img src="data:image/png;base64,AAAA">',
        "<!-- <img src='https://elsewhere.example/x.png'> -->",
        "<script>var x = '<img src=\"https://elsewhere.example/x.png\">';</script>",
        '<a href="?print=1">the same page</a><a href="#">top</a>',
    ],
)
def test_nothing_to_find(tmp_path: Path, html: str) -> None:
    assert _codes(_site(tmp_path, {"index.html": html})) == []


def test_broken_links_and_anchors(tmp_path: Path) -> None:
    pages = {
        "index.html": '<a href="a/b.html#here">1</a><a href="a/b.html#gone">2</a>'
        '<a href="c.html">3</a><a href="../x.html">4</a><a href="a/">5</a><img src="no.png">',
        "a/b.html": '<h2 id="here">Here</h2><a href="../index.html">up</a><a href="#gone">6</a>',
        "a/index.html": '<link rel="stylesheet" href="s.css">',
        "a/s.css": "a { background: url(none.png) } /* url(comment.png) */",
    }
    assert sorted(_codes(_site(tmp_path, pages))) == [
        ("a/b.html", "broken-anchor"),
        ("a/s.css", "broken-link"),
        ("index.html", "broken-anchor"),
        ("index.html", "broken-link"),
        ("index.html", "broken-link"),
        ("index.html", "broken-link"),
    ]


def test_an_address_without_a_path_stays_in_its_page(tmp_path: Path) -> None:
    inside = '<a href="?q=1#here"></a><a href="#here"></a><a href=""></a>'
    site = _site(tmp_path, {"a.html": f'<p id="here">{inside}', "b.html": inside})
    assert _codes(site) == [("b.html", "broken-anchor"), ("b.html", "broken-anchor")]


def test_missing_and_unexpected_pages(tmp_path: Path) -> None:
    site = _site(tmp_path, {"index.html": "", "extra.html": ""})
    findings = verify(read_site(site), Expected(frozenset({"index.html", "lost.html"}), {}))
    assert [(f.file, f.code, f.stops) for f in findings] == [
        ("extra.html", "unexpected-page", False),
        ("lost.html", "missing-page", True),
    ]


def test_search(tmp_path: Path) -> None:
    docs = [{"location": "a.html#here"}, {"location": "a.html#gone"}, {"location": "z.html"}]
    site = _site(tmp_path, {"a.html": '<p id="here">', "b.html": ""}, docs)
    expected = Expected(frozenset({"a.html", "b.html"}), {"": frozenset({"a.html", "b.html"})})
    assert _codes(site, expected) == [
        ("b.html", "not-in-search"),
        ("search/search_index.json", "dead-search-entry"),
        ("search/search_index.json", "dead-search-entry"),
    ]


def test_search_differs_on_file_pages(tmp_path: Path) -> None:
    site = _site(tmp_path, {"a.html": ""}, [{"location": "a.html"}])
    assert _codes(site) == []
    (site / "search/search_index.js").write_text('var __index = {"docs": []};')
    assert _codes(site) == [("search/search_index.json", "search-differs")]


def test_own_texts_are_in_the_script_alone(tmp_path: Path) -> None:
    site = _site(tmp_path, {"a.html": "", "b.html": ""}, [])
    texts = json.dumps({"docs": [{"location": "a.html"}, {"location": "gone.html"}]})
    (site / "search/search_index.js").write_text(f"var __index = {texts};\n")
    expected = Expected(frozenset({"a.html", "b.html"}), {"": frozenset({"a.html", "b.html"})})
    assert _codes(site, expected) == [
        ("b.html", "not-in-search"),
        ("search/search_index.js", "dead-search-entry"),
    ]
    (site / "search/search_index.js").write_text("var __index = {")
    assert ("search/search_index.js", "no-search-index") in _codes(site, expected)


OWN = '<script id="__config" type="application/json">{"search": "%ssearch-worker.js"}</script>'


def test_an_index_without_a_script(tmp_path: Path) -> None:
    """Own pages need it on file: pages; those of another renderer never ask for it."""
    page = OWN % "assets/javascripts/workers/"
    files = {"a.html": page, "assets/javascripts/workers/search-worker.js": ""}
    site = _site(tmp_path, files, [{"location": "a.html"}])
    (site / "search/search_index.js").unlink()
    (finding,) = verify(read_site(site), None)
    assert (finding.code, finding.stops) == ("no-search-on-file", False)
    _site(
        tmp_path, {"a.html": OWN % "assets/javascripts/", "assets/javascripts/search-worker.js": ""}
    )
    (finding,) = verify(read_site(site), None)
    assert (finding.code, finding.stops) == ("no-search-index", True)


@pytest.mark.parametrize(
    ("config", "fetched"),
    [
        ('{"base": "..", "search": "../w.js"}', ("../w.js",)),
        ('{"base": ".."}', ()),
        ("{", ()),
        ("[]", ()),
        ("", ()),
    ],
)
def test_the_script_that_searches_is_fetched(config: str, fetched: tuple[str, ...]) -> None:
    html = f'<script id="__config" type="application/json">{config}</script>'
    assert page_facts(html).fetches == fetched


def test_a_missing_search_script_is_found(tmp_path: Path) -> None:
    site = _site(tmp_path, {"a/b.html": OWN % "../"})
    assert _codes(site) == [("a/b.html", "broken-link")]


@pytest.mark.parametrize("text", ["", "[]", '{"docs": 3}', "{"])
def test_broken_search_index(tmp_path: Path, text: str) -> None:
    site = _site(tmp_path, {"search/search_index.json": text})
    assert _codes(site) == [("search/search_index.json", "no-search-index")]


def test_entities_in_addresses() -> None:
    facts = page_facts('<a href="x.html?a=1&amp;b=2#c">x</a>')
    assert facts.links == ("x.html?a=1&b=2#c",)


def test_refresh_is_a_link(tmp_path: Path) -> None:
    html = '<meta http-equiv="refresh" content="0; url=gone.html">'
    assert _codes(_site(tmp_path, {"index.html": html})) == [("index.html", "broken-link")]


def test_what_a_web_app_manifest_names_must_be_there(tmp_path: Path) -> None:
    said = {
        "start_url": "index.html",
        "icons": [{"src": "app/gone.png"}, {"src": "https://elsewhere.example/x.png"}],
        "shortcuts": [{"url": "roles/index.html", "icons": [{"src": "app/gone-too.png"}]}],
    }
    site = _site(tmp_path, {"nl/index.html": "", "nl/app.webmanifest": json.dumps(said)})
    messages = [finding.message for finding in verify(read_site(site), None)]
    for part in ("app/gone.png", "app/gone-too.png", "roles/index.html", "elsewhere.example"):
        assert [message for message in messages if part in message]
    assert not [message for message in messages if "`index.html`" in message]


@pytest.mark.parametrize("content", ["", "[]", '{"icons": 1}', '{"shortcuts": [{}]}'])
def test_a_web_app_manifest_that_says_nothing(tmp_path: Path, content: str) -> None:
    assert _codes(_site(tmp_path, {"app.webmanifest": content})) == []
