"""Pages as they stand on a phone and on a wide screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct
from playwright.sync_api import Browser

from tests.offline.host import Host

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


def draw(browser: Browser, files: Mapping[str, bytes], pictures: Path) -> None:
    """Write one picture of each."""
    host = Host(files)
    for screen in SCREENS:
        _draw(browser, f"{host.url}staff/en/{screen.page}", screen, pictures)
    host.die()


def _draw(browser: Browser, address: str, screen: Screen, pictures: Path) -> None:
    width, height = screen.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=screen.scale,
        has_touch=screen.size == PHONE,
        is_mobile=screen.size == PHONE,
        color_scheme=screen.scheme,
        reduced_motion="reduce",
        # A picture is of the page alone: whether it is saved is shown in others.
        service_workers="block",
    )
    page = context.new_page()
    page.goto(address)
    if screen.top:
        page.locator(screen.top).first.evaluate("(one) => one.scrollIntoView()")
    page.screenshot(path=pictures / f"{screen.name}.png")
    context.close()
