"""Prepared messages are copied by one tap."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import sample_site
from tests.browser.conftest import Serve
from tests.browser.sample_site import EDITION, KINDS

pytestmark = pytest.mark.xdist_group("sample-site")

COPY = "[data-rb-copied]"
TEXT = "[data-rb-copy]"


@pytest.fixture
def message(tmp_path_factory: pytest.TempPathFactory, serve: Serve, phone: Page) -> Page:
    site: Path = sample_site.build(tmp_path_factory.mktemp("sample"))
    phone.goto(f"{serve(site).url}{EDITION}/{KINDS['message']}")
    expect(phone.locator(COPY)).to_be_visible()
    return phone


def test_a_tap_copies_the_text_and_says_so(message: Page) -> None:
    message.context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(message.locator(f"{COPY} ~ [role=status]")).to_be_empty()
    message.locator(COPY).tap()
    expect(message.locator(f"{COPY} ~ [role=status]")).to_contain_text("Copied.")
    assert (
        message.evaluate("navigator.clipboard.readText()") == message.locator(TEXT).text_content()
    )


def test_without_a_clipboard_the_text_is_selected(message: Page) -> None:
    message.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error());"
        " document.execCommand = () => false; }"
    )
    message.locator(COPY).tap()
    message.wait_for_function(
        f"getSelection().toString().trim() === document.querySelector('{TEXT}').textContent.trim()"
    )
    expect(message.locator(f"{COPY} ~ [role=status]")).to_be_empty()
