"""Sealed pages in a real browser: their policy stops what isn't theirs, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.site.builder import SiteBuilder
from generator.site.project import read_project
from generator.site.publishing import build_site
from tests.browser.guard import Guard
from tests.browser.server import Server
from tests.seal.small_site import sealed, site, whole, written
from tests.site.organisation import write_organisation

Serve = Callable[[Path], Server]
WAYS = ("http", "file")

INJECT = """() => {
  const script = document.createElement("script");
  script.textContent = "window.injected = 1";
  document.body.append(script);
  document.body.insertAdjacentHTML("beforeend", "<p onclick='window.injected = 2' id=tap>x</p>");
  document.getElementById("tap").click();
  return window.injected;
}"""


def address(way: str, folder: Path, serve: Serve, path: str) -> str:
    return f"{serve(folder).url}{path}" if way == "http" else (folder / path).as_uri()


@pytest.fixture(scope="session")
def organisation_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small organisation's site, built and so sealed."""
    config_file = write_organisation(tmp_path_factory.mktemp("organisation"))
    return build_site(read_project(config_file), SiteBuilder()).folder


@pytest.mark.parametrize("way", WAYS)
def test_a_page_s_own_scripts_and_styles_work_and_no_other(
    desktop: Page, guard: Guard, serve: Serve, tmp_path: Path, way: str
) -> None:
    files = site()
    files["staff/en/index.html"] += (
        b"<style>h1 { color: rgb(1, 2, 3) }</style><i style='color:#040506'>"
    )
    folder = written(whole(files, sealed(files)), tmp_path)
    desktop.goto(address(way, folder, serve, "staff/en/index.html"))
    assert desktop.evaluate("document.documentElement.dataset.early") == "yes"
    assert desktop.evaluate("window.ran") == "yes"
    colours = (
        "['body', 'h1', 'i'].map((one) => getComputedStyle(document.querySelector(one)).color)"
    )
    assert desktop.evaluate(colours) == ["rgb(255, 0, 0)", "rgb(1, 2, 3)", "rgb(4, 5, 6)"]
    guard.check()
    guard.expect("violates the following Content Security Policy")
    assert desktop.evaluate(INJECT) is None
    guard.wait_for("Content Security Policy", desktop)


@pytest.mark.parametrize("way", WAYS)
def test_hostile_text_stays_text(desktop: Page, serve: Serve, tmp_path: Path, way: str) -> None:
    folder = written(whole(site(), sealed(site())), tmp_path)
    desktop.goto(address(way, folder, serve, "staff/nl/hostile.html"))
    assert desktop.locator("pre").inner_text().startswith("  <script>alert(1)</script>")


@pytest.mark.parametrize("way", WAYS)
def test_a_built_site_works_under_its_policy(
    desktop: Page, guard: Guard, serve: Serve, organisation_site: Path, way: str
) -> None:
    start = address(way, organisation_site, serve, "staff/en/index.html")
    for path in ("index.html", "roles/lead.html", "scenarios/fire.html", "pages/shelter.html"):
        desktop.goto(start.replace("index.html", path))
        policy = desktop.locator("meta[http-equiv='Content-Security-Policy']").get_attribute(
            "content"
        )
        assert policy is not None
        assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
        assert desktop.evaluate("document.styleSheets.length") >= 2
        assert "js" in desktop.evaluate("[...document.documentElement.classList]")
    desktop.goto(start)
    desktop.locator("[data-md-component=search-query]").click()
    desktop.locator("[data-md-component=search-query]").press_sequentially("shelter")
    expect(desktop.locator(".md-search-result__link").first).to_be_visible()
    assert guard.saw > 8
