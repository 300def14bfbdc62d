"""Other browser engines than Chromium, as Debian packages them; ENGINES is their registry."""

from __future__ import annotations

from tests.engines.engine import Engine
from tests.engines.firefox import Firefox
from tests.engines.webkit import WebKit

ENGINES: tuple[type[Engine], ...] = (Firefox, WebKit)
"""Every engine that the offline core has to work in, beside Chromium."""
