"""The page that says how the plan gets onto a phone."""

from __future__ import annotations

from tests.views.view_of import html_of, pages_of

PAGE = "save/index.html"
HEADER = {
    "audiences": [{"id": "all", "title": "All", "publish": "open"}],
    "mirrors": ["https://mirror.example", "https://other.example/plans/"],
}


def test_the_same_edition_is_found_at_each_mirror() -> None:
    assert pages_of(header=HEADER)[PAGE].view.mirrors == (
        "https://mirror.example/all/en/index.html",
        "https://other.example/plans/all/en/index.html",
    )
    html = html_of(PAGE, header=HEADER)
    link = "https://other.example/plans/all/en/index.html"
    assert f'<a href="{link}">{link}</a>' in html
    assert html.index("https://mirror.example/") < html.index("https://other.example/")


def test_without_mirrors_nothing_is_said_of_them() -> None:
    page = pages_of()[PAGE]
    assert "mirrors" not in [heading.id for heading in page.headings]
    assert 'id="mirrors"' in html_of(PAGE, header=HEADER)
    assert 'id="mirrors"' not in html_of(PAGE)
