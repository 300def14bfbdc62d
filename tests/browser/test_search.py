"""The search box of the theme with our worker, by http and from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Serve
from tests.browser.guard import Guard
from tests.browser.stock_site import Doc, build

PAGES = {
    "index.md": '# Noodplan\n\nWelkom. <a href="tech/trap.html" data-rb-search>Zoek</a>\n',
    "incidents/fire.md": "# Brand\n\n## Ontruimen\n\nNaar de parking.\n",
    "incidents/power.md": "# Stroomuitval\n\nDe noodstroomgroep start vanzelf.\n",
    "contacts/renee.md": "# Renée Müller\n\n+33 1 99 00 12 34\n",
    "tech/trap.md": "# Valstrik\n",
}

DOCS: list[Doc] = [
    {"location": "index.html", "title": "Noodplan", "text": "Welkom."},
    {"location": "incidents/fire.html", "title": "Brand", "text": "Bel 112."},
    {"location": "incidents/fire.html#ontruimen", "title": "Ontruimen", "text": "Naar de parking."},
    {
        "location": "incidents/power.html",
        "title": "Stroomuitval",
        "text": "De noodstroomgroep start vanzelf.",
        "keywords": ["geen elektriciteit", "blackout"],
    },
    {"location": "contacts/renee.html", "title": "Renée Müller", "text": "+33 1 99 00 12 34"},
    {
        "location": "tech/trap.html",
        "title": "<img src=x onerror=fail()> Valstrik",
        "text": "Hier staat <img src=x onerror=fail()> & <script>fail()</script>.",
        "keywords": ["<b>hinderlaag</b>"],
    },
]

QUERIES = {
    "a title": ("brand", "incidents/fire.html"),
    "a beginning": ("stroomu", "incidents/power.html"),
    "a section": ("parking", "incidents/fire.html#ontruimen"),
    "a typing error": ("stroomuitvla", "incidents/power.html"),
    "no accent": ("renee muller", "contacts/renee.html"),
    "a part of a compound": ("stroomgroep", "incidents/power.html"),
    "a keyword": ("blackout", "incidents/power.html"),
    "a phone number": ("0199 001234", "contacts/renee.html"),
}


FINDS = """(address) =>
  [...document.querySelectorAll(".md-search-result__link")].some(({ href }) => href === address)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("stock"), PAGES, DOCS)


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Path, serve: Serve) -> str:
    """The site's address, with a slash at its end."""
    return serve(site).url if request.param == "http" else f"{site.as_uri()}/"


def open_search(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("document.getElementById('__search').click()")


def search(page: Page, query: str) -> None:
    """Type a query, and wait for results."""
    page.locator("[data-md-component=search-query]").press_sequentially(query)
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_attached()
    expect(page.locator(".md-search-result__meta")).to_contain_text("document")


@pytest.mark.parametrize("case", QUERIES)
def test_finds(phone: Page, root: str, case: str) -> None:
    query, location = QUERIES[case]
    open_search(phone, f"{root}incidents/fire.html")
    # Why not letter by letter: each has an answer of its own.
    box = phone.locator("[data-md-component=search-query]")
    box.fill(query[:-1])
    box.press(query[-1])
    phone.wait_for_function(FINDS, arg=f"{root}{location}")


def test_nothing_is_found_by_what_is_not_there(phone: Page, root: str) -> None:
    open_search(phone, f"{root}index.html")
    phone.locator("[data-md-component=search-query]").press_sequentially("xyzxyz")
    expect(phone.locator(".md-search-result__meta")).to_have_text("Geen overeenkomende documenten")
    expect(phone.locator(".md-search-result__link")).to_have_count(0)


def test_a_result_leads_to_its_page(phone: Page, root: str) -> None:
    open_search(phone, f"{root}index.html")
    search(phone, "elektriciteit")
    phone.locator(".md-search-result__link").first.click()
    expect(phone.locator("h1")).to_have_text("Stroomuitval")


def test_html_of_the_plan_is_shown_as_text(phone: Page, root: str) -> None:
    open_search(phone, f"{root}index.html")
    search(phone, "hinderlaag valstrik")
    result = phone.locator(".md-search-result__item").first
    expect(result.locator("h1")).to_have_text("<img src=x onerror=fail()> Valstrik")
    expect(result).to_contain_text("<b>hinderlaag</b> · ")
    expect(result).to_contain_text("& <script>fail()</script>.")
    expect(result.locator("img, script, b")).to_have_count(0)
    expect(result.locator("h1 mark")).to_have_text("Valstrik")


def test_many_quick_letters_end_with_the_last_answer(desktop: Page, root: str) -> None:
    open_search(desktop, f"{root}index.html")
    search(desktop, "brand")
    box = desktop.locator("[data-md-component=search-query]")
    for _ in "brand":
        box.press("Backspace")
    search(desktop, "renee")
    expect(desktop.locator(".md-search-result__link h1")).to_have_text(["Renée Müller"])


def test_a_link_opens_the_search_box_for_typing(phone: Page, root: str) -> None:
    phone.goto(f"{root}index.html")
    box = phone.locator("[data-md-component=search-query]")
    expect(box).not_to_be_in_viewport()
    phone.get_by_role("link", name="Zoek").tap()
    expect(box).to_be_in_viewport()
    expect(box).to_be_focused()
    phone.keyboard.type("brand")
    expect(phone.locator(".md-search-result__link").first).to_be_visible()


def test_the_link_leads_on_where_there_is_no_search_box(phone: Page, root: str) -> None:
    phone.goto(f"{root}index.html")
    phone.evaluate("document.getElementById('__search').remove()")
    phone.get_by_role("link", name="Zoek").tap()
    expect(phone.locator("h1")).to_have_text("Valstrik")


def test_local_files_load_no_search_before_it_is_opened(phone: Page, site: Path) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{site.as_uri()}/index.html")
    phone.wait_for_load_state("networkidle")
    assert any(url.endswith("file-worker.js") for url in asked)
    assert not [url for url in asked if "search" in url]


def test_the_guard_sees_the_requests(phone: Page, root: str, guard: Guard) -> None:
    phone.goto(f"{root}index.html")
    assert guard.saw > 3
