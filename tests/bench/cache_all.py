"""The yardstick on the phone: a stock site with a plain worker that keeps every file."""

from __future__ import annotations

import json
from pathlib import Path

_WORKER = """const FILES = %s;
self.addEventListener("install", (event) => event.waitUntil(
  caches.open("all").then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => event.respondWith(
  caches.match(event.request).then((found) => found || fetch(event.request))));
"""

_NOT_NEEDED = ("*.map", "*.gz", "assets/javascripts/lunr/**/*")
"""What a careful owner would leave out: source maps, the packed sitemap, stemmers."""


def write_worker(site: Path) -> None:
    """Add `sw.js`, which keeps what a reader needs."""
    left_out = {path for pattern in _NOT_NEEDED for path in site.rglob(pattern)}
    left_out.add(site / "sw.js")
    kept = sorted(path for path in site.rglob("*") if path.is_file() and path not in left_out)
    names = [path.relative_to(site).as_posix() for path in kept]
    (site / "sw.js").write_text(_WORKER % json.dumps(names), "utf-8")
