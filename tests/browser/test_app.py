"""Chromium's own judgement of an edition as an app for the home screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Serve
from tests.browser.sample_site import build

ONLY_HERE = {"no-matching-service-worker", "in-incognito"}
"""What isn't the manifest's fault: no worker in this test, and windows without a history."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site."""
    return build(tmp_path_factory.mktemp("app"))


@pytest.mark.parametrize("path", ["staff/nl/index.html", "staff/en/calls/index.html"])
def test_chromium_takes_an_edition_for_an_app(
    desktop: Page, serve: Serve, site: Path, path: str
) -> None:
    running = serve(site)
    desktop.goto(running.url + path)
    asking = desktop.context.new_cdp_session(desktop)
    found: dict[str, Any] = asking.send("Page.getAppManifest")
    folder = running.url + "/".join(path.split("/")[:2])
    assert found["url"] == f"{folder}/manifest.webmanifest"
    assert found["errors"] == []
    assert found["manifest"]["scope"] == f"{running.url}staff/"
    assert found["manifest"]["startUrl"] == f"{folder}/index.html"
    said = asking.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in said} <= ONLY_HERE


def test_what_the_head_and_the_manifest_name_is_there_and_is_a_picture(
    desktop: Page, serve: Serve, site: Path
) -> None:
    running = serve(site)
    for path in ("staff/nl/index.html", "staff/nl/pages/index.html", "public/en/index.html"):
        desktop.goto(running.url + path)
        asking = desktop.context.new_cdp_session(desktop)
        found: dict[str, Any] = asking.send("Page.getAppManifest")
        manifest = found["manifest"]
        shortcuts = manifest.get("shortcuts", [])
        addresses = [icon["url"] for icon in manifest["icons"]]
        addresses += desktop.locator("link[rel~=icon], link[rel=apple-touch-icon]").evaluate_all(
            "links => links.map((link) => link.href)"
        )
        assert len(addresses) >= 6
        for address in addresses:
            assert _is_picture(desktop, urljoin(found["url"], address)), address
        assert len(shortcuts) >= 1
        for shortcut in shortcuts:
            assert desktop.request.get(urljoin(found["url"], shortcut["url"])).ok


def _is_picture(page: Page, address: str) -> bool:
    """Whether the browser can show it."""
    return bool(
        page.evaluate(
            "async (address) => { const picture = new Image(); picture.src = address;"
            " await picture.decode(); return picture.naturalWidth > 0; }",
            address,
        )
    )
