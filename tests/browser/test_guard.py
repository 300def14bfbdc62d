"""The guard of the browser tests sees what it is there for."""

from __future__ import annotations

from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.browser.axe import serious
from tests.browser.conftest import Serve
from tests.browser.guard import Guard

FAULTS = {
    "request to another host": '<img src="http://192.0.2.1/a.png" alt="">',
    "console error": "<script>console.error('wrong')</script>",
    "uncaught error": "<script>throw new Error('wrong')</script>",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(
    phone: Page, serve: Serve, guard: Guard, tmp_path: Path, fault: str
) -> None:
    (tmp_path / "index.html").write_text(FAULTS[fault], "utf-8")
    phone.goto(serve(tmp_path).url, wait_until="commit")
    phone.wait_for_load_state("domcontentloaded")
    guard.wait_for(fault, phone)
    with pytest.raises(AssertionError, match=fault):
        guard.check()
    guard.expect(".")


def test_a_killed_server_is_gone(serve: Serve, tmp_path: Path) -> None:
    running = serve(tmp_path)
    with urlopen(running.url) as answer:
        assert answer.status == 200
    running.kill()
    with pytest.raises(URLError):
        urlopen(running.url)


def test_axe_sees_a_picture_without_text_under_a_strict_policy(phone: Page, tmp_path: Path) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    page = '<html lang="en"><head>{}<title>T</title></head><body><main>{}</main></body></html>'
    (tmp_path / "bad.html").write_text(page.format(policy, "<button></button>"), "utf-8")
    (tmp_path / "good.html").write_text(page.format(policy, "<button>Call</button>"), "utf-8")
    phone.goto((tmp_path / "bad.html").as_uri())
    assert [line for line in serious(phone) if line.startswith("button-name: ")]
    phone.goto((tmp_path / "good.html").as_uri())
    assert serious(phone) == []
