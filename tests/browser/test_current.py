"""Is my card current? Answers to typed and scanned codes, with the server ended."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import Struct
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import serious
from tests.browser.conftest import Serve
from tests.frontend_tools import ROOT

# Why one group: the site is built once for each test process.
pytestmark = pytest.mark.xdist_group("current")

PLAN = """\
plan:
  id: bakery
  organisation: Bakery Zon
  title: Emergency plan
  revision: "1"
  languages: [en, nl]
  country: GB
  audiences:
    - {id: staff, title: {en: All staff, nl: Alle medewerkers}, publish: open}
  emergency_numbers: [{id: help, number: "112", label: {en: Fire, nl: Brand}}]
sites:
  - id: shop
    name: {en: The shop, nl: De winkel}
    assembly_points: [{id: lawn, name: {en: The lawn, nl: Het grasveld}}]
"""

PAGE = "staff/en/current.html"


class Printed(Struct, frozen=True):
    """A site, and the codes of its poster (English): first, then the one that is current."""

    site: Path
    first: str
    current: str


def run(folder: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Printed at revision 1 and, with another assembly point, at revision 2; then built."""
    folder = tmp_path_factory.mktemp("current")
    plan = folder / "plan"
    plan.mkdir()
    prints = ("print", str(plan), "--only", "exit-posters", "--out", str(folder / "out"))
    (plan / "plan.yml").write_text(PLAN, "utf-8")
    run(folder, *prints)
    after = PLAN.replace('revision: "1"', 'revision: "2"').replace("The lawn", "The quay")
    (folder / "old.yml").write_text(PLAN, "utf-8")
    (plan / "plan.yml").write_text(after, "utf-8")
    run(folder, *prints, "--changed-since", str(folder / "old.yml"))
    run(folder, "build", "--plan", str(plan), "--site-dir", str(folder / "site"), "--single-file")
    rows = json.loads((plan / "sheets.json").read_text("utf-8"))["sheets"]
    new, old = rows["exit-poster/shop @ staff/en"]
    return Printed(folder / "site", old["code"], new["code"])


def check(page: Page, typed: str) -> None:
    page.get_by_label("The code on your sheet").fill(typed)
    page.get_by_role("button", name="Check").click()


def answer(page: Page, *said: str) -> None:
    """The page's answer, which says all of this."""
    for words in said:
        expect(page.get_by_role("status").filter(has_text=said[0])).to_contain_text(words)


def test_a_typed_code_with_the_server_ended(phone: Page, serve: Serve, printed: Printed) -> None:
    server = serve(printed.site)
    phone.goto(f"{server.url}{PAGE}")
    expect(phone.locator("[data-rb-saved]")).to_contain_text("Saved on this device")
    server.kill()
    phone.reload()
    check(phone, printed.first)
    answer(phone, "Out of date", "The shop", "Revision 2: Assembly point", "ask for a new one")
    check(phone, printed.current)
    answer(phone, "Current", "The shop", "revision 2")
    check(phone, "A2A2-A2A2")
    answer(phone, "Unknown code", "Compare each sign")
    assert serious(phone) == []


def test_a_scanned_code_opens_its_answer(phone: Page, serve: Serve, printed: Printed) -> None:
    server = serve(printed.site)
    phone.goto(f"{server.url}{PAGE}#code={printed.first.replace('-', '')}")
    answer(phone, "Out of date", "Assembly point")
    expect(phone.get_by_label("The code on your sheet")).to_have_value(printed.first)
    phone.goto(f"{server.url}{PAGE}#code={printed.current.replace('-', '')}")
    answer(phone, "Current")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def likeness(code: str) -> str:
    """The code with signs that it can't have, as somebody may read them."""
    digits, letters = {"2": "z", "8": "b", "6": "g"}, {"V": "u", "M": "n", "A": "4", "T": "7"}
    signs = code.replace("-", "")
    return "".join(
        (digits if place % 2 else letters).get(sign, sign) for place, sign in enumerate(signs)
    )


def test_how_it_is_typed_doesn_t_matter(desktop: Page, serve: Serve, printed: Printed) -> None:
    desktop.goto(f"{serve(printed.site).url}{PAGE}")
    code = printed.current
    for typed in (code.lower(), code.replace("-", ""), f"  {' '.join(code)} ", likeness(code)):
        check(desktop, "A2A2-A2A2")
        answer(desktop, "Unknown code")
        check(desktop, typed)
        answer(desktop, "Current", "The shop")
    check(desktop, "K7F3X")
    answer(desktop, "This is the code of a page")


def test_nothing_typed_is_no_code(desktop: Page, serve: Serve, printed: Printed) -> None:
    desktop.goto(f"{serve(printed.site).url}{PAGE}")
    check(desktop, " - ")
    answer(desktop, "Unknown code")
    desktop.reload()
    check(desktop, "  ")
    expect(desktop.locator("[data-rb-check-answer]")).to_be_empty()
    expect(desktop.get_by_label("The code on your sheet")).to_be_focused()


def test_what_is_typed_is_never_markup(desktop: Page, serve: Serve, printed: Printed) -> None:
    desktop.goto(f"{serve(printed.site).url}{PAGE}#code=%22]%3Cimg src=x%3E")
    answer(desktop, "Unknown code")
    expect(desktop.locator("[data-rb-check-answer] img")).to_have_count(0)


def test_search_finds_the_page(desktop: Page, serve: Serve, printed: Printed) -> None:
    desktop.goto(f"{serve(printed.site).url}staff/en/index.html")
    box = desktop.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially("out of date")
    link = desktop.locator(".md-search-result__link").first
    expect(link).to_contain_text("Is my card current?")


def test_without_scripts_there_are_tables(browser: Browser, serve: Serve, printed: Printed) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve(printed.site).url}{PAGE}")
    expect(page.get_by_text(printed.current)).to_be_visible()
    expect(page.get_by_text(printed.first)).to_be_visible()
    expect(page.get_by_text("Revision 2: Assembly point")).to_be_visible()
    expect(page.get_by_label("The code on your sheet")).to_be_hidden()
    context.close()


def test_in_the_single_file_too(desktop: Page, printed: Printed) -> None:
    file = printed.site / "staff" / "en" / "runbook-staff-en.html"
    desktop.goto(f"{file.as_uri()}#start.current")
    check(desktop, printed.first)
    answer(desktop, "Out of date", "Assembly point")
