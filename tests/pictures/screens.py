"""Pages as they stand on a phone and on a wide screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct
from playwright.sync_api import Browser, expect

from tests.browser.saving.reader import SAVED
from tests.offline.host import Host
from tests.pictures.saved import save_all

PHONE = (360, 740)


class Screen(Struct, frozen=True):
    """One picture: of which page, in pixels of CSS, and how far down."""

    name: str
    page: str
    size: tuple[int, int] = PHONE
    scale: float = 1.5
    scheme: Literal["light", "dark"] = "light"
    top: str = ""
    """What stands at the upper edge; without it, the page's beginning."""


SCREENS = (
    Screen("start-phone", "index.html"),
    Screen("scenario-phone", "scenarios/offices-closed.html"),
    Screen("card-phone", "cards/cyber-attack--security-lead.html", scheme="dark", top=".rb-phase"),
    Screen("start-desktop", "index.html", (1280, 800), 1),
)


_TO_THE_TOP = "(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 90)"
"""Below the bar of emergency numbers, which stays."""


def draw(browser: Browser, files: Mapping[str, bytes], pictures: Path) -> None:
    """Write one picture of each."""
    host = Host(files)
    for screen in SCREENS:
        _draw(browser, host.url, screen, pictures)
    host.die()


def _draw(browser: Browser, host: str, screen: Screen, pictures: Path) -> None:
    width, height = screen.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=screen.scale,
        has_touch=screen.size == PHONE,
        is_mobile=screen.size == PHONE,
        color_scheme=screen.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    save_all(page, host)
    page.goto(f"{host}staff/en/{screen.page}")
    expect(page.locator(".rb-saved__words").last).to_contain_text(SAVED)
    if screen.top:
        page.locator(screen.top).first.evaluate(_TO_THE_TOP)
    page.screenshot(path=pictures / f"{screen.name}.png")
    context.close()
