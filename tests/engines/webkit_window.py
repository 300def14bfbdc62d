#!/usr/bin/python3
"""The smallest browser there is: one WebKitGTK view that a driver controls and that keeps what
pages store in the folder of its one argument.

Why Debian's own Python: WebKitGTK's binding belongs to it.
"""

from __future__ import annotations

import sys
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")

from gi.repository import Gtk, WebKit2  # type: ignore[import-not-found]  # noqa: E402

NOWHERE = "http://127.0.0.1:9"


def main(folder: str) -> None:
    """Show the window until it is closed."""
    view = WebKit2.WebView(web_context=_context(folder), is_controlled_by_automation=True)
    view.get_context().connect("automation-started", _give, view)
    view.connect("close", lambda _: Gtk.main_quit())
    window = Gtk.Window(default_width=400, default_height=800)
    window.connect("destroy", lambda _: Gtk.main_quit())
    window.add(view)
    window.show_all()
    Gtk.main()


def _context(folder: str) -> Any:
    """What the view stores where, and that it reaches this machine alone."""
    storage = WebKit2.WebsiteDataManager(
        base_data_directory=f"{folder}/stored", base_cache_directory=f"{folder}/cache"
    )
    own = ["127.0.0.1", "localhost"]
    proxy = WebKit2.NetworkProxySettings.new(NOWHERE, own)
    storage.set_network_proxy_settings(WebKit2.NetworkProxyMode.CUSTOM, proxy)
    context = WebKit2.WebContext(website_data_manager=storage)
    context.set_automation_allowed(True)
    return context


def _give(_context: object, session: Any, view: object) -> None:
    """Give the driver our view whenever it asks for one."""
    browser = WebKit2.ApplicationInfo()
    browser.set_name("Window")
    session.set_application_info(browser)
    session.connect("create-web-view", lambda _: view)


if __name__ == "__main__":
    main(sys.argv[1])
