"""The plan on a phone, beside a stock site with a cache-all worker: ``reading [PAGES…]``.

Each page is opened by Chromium started cold, from what its profile has saved, the server's process
ended, the page's processor slowed four times. Both in turn; medians. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Playwright, sync_playwright

from tests.bench.cache_all import write_worker
from tests.bench.host import Host, weight
from tests.bench.phone import SLOWER, Opened, Phone, Searched
from tests.bench.synthetic import AS_OF

KINDS = {
    "start": "index.html",
    "scenario": "scenarios/scenario-0.html",
    "role": "roles/role-0.html",
    "card": "cards/scenario-0--role-0.html",
}
WORD = "bridge"
TOOLS = Path(sys.executable).parent


@dataclass
class Site:
    """A site, where its pages begin, and what was measured of it."""

    name: str
    folder: Path
    pages: str
    url: str = ""
    installing: list[float] = field(default_factory=list)
    requests: int = 0
    moved: int = 0
    stored: int = 0
    opened: dict[str, list[Opened]] = field(default_factory=dict)
    searched: list[Searched] = field(default_factory=list)
    touched: list[float] = field(default_factory=list)


def main() -> None:
    """Measure at each size, and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reading", description=__doc__)
    parser.add_argument("pages", type=int, nargs="*", default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path(".cache/bench-reading"))
    parser.add_argument("--built", action="store_true", help="measure what the folder holds")
    options = parser.parse_args()
    for size in options.pages:
        folder = (options.folder / str(size)).resolve()
        if not options.built:
            _build(folder, size)
        ours = Site("ours", folder / "ours" / "site", "staff/en/")
        stock = Site("stock", folder / "pruned" / "site", "")
        write_worker(stock.folder)
        with sync_playwright() as playwright:
            _measure(playwright, folder, (ours, stock), options.rounds)
        print(f"\n== {size} pages, {options.rounds} rounds, processor slowed {SLOWER} times ==\n")
        print("\n".join(_table(ours, stock)), flush=True)


def _build(folder: Path, size: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        [sys.executable, "-m", "tests.bench.prepare", str(folder), str(size)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for name, command in (
        ("ours", [str(TOOLS / "runbook"), "build", "--as-of", AS_OF]),
        ("pruned", [str(TOOLS / "mkdocs"), "build", "-q"]),
    ):
        subprocess.run(command, cwd=folder / name, check=True, capture_output=True)


def _measure(playwright: Playwright, folder: Path, sites: tuple[Site, Site], rounds: int) -> None:
    for number in range(rounds):
        for site in sites:
            profile = folder / f"profile-{site.name}"
            shutil.rmtree(profile, ignore_errors=True)
            _install(Phone(playwright, profile), site, folder / "host.log")
        for kind, path in KINDS.items():
            for site in _turned(sites, number):
                opened = _phone(playwright, folder, site).open(site.url + path)
                site.opened.setdefault(kind, []).append(opened)
        for site in _turned(sites, number):
            phone = _phone(playwright, folder, site)
            site.searched.append(phone.search(f"{site.url}{KINDS['role']}", WORD))
            site.touched.append(phone.touch_search(f"{site.url}{KINDS['role']}"))


def _turned(sites: tuple[Site, Site], number: int) -> tuple[Site, ...]:
    return sites if number % 2 else sites[::-1]


def _phone(playwright: Playwright, folder: Path, site: Site) -> Phone:
    return Phone(playwright, folder / f"profile-{site.name}")


def _install(phone: Phone, site: Site, log: Path) -> None:
    host = Host.start(site.folder, log)
    try:
        site.url = host.url + site.pages
        time, site.stored = phone.install(f"{site.url}not-there.html")
        asked = host.asked()
    finally:
        host.end()
    site.installing.append(time)
    site.requests, site.moved = len(asked), weight(site.folder, asked)


def _table(ours: Site, stock: Site) -> Iterator[str]:
    yield "| | ours | stock | of stock | goal |"
    yield "|---|---|---|---|---|"
    for kind in KINDS:
        yield _line(f"largest paint, {kind}, ms", ours, stock, _paint(kind), "≤ 0.5")
        yield _line("… long tasks before the tap, ms", ours, stock, _before(kind), "≤ 100 ms")
        yield _line("… all long tasks, ms", ours, stock, _all(kind))
        yield _line("… first tap answered, ms", ours, stock, _tap(kind))
    yield _line("installed, ms", ours, stock, lambda site: median(site.installing), "≤ 0.1")
    yield _line("… requests", ours, stock, lambda site: site.requests, "≤ 20 requests")
    yield _line("… moved, KB", ours, stock, lambda site: site.moved / 1000)
    yield _line("… stored, KB", ours, stock, lambda site: site.stored / 1000)
    yield _line("search ready, opened at once, ms", ours, stock, _ready, "≤ 0.1")
    yield _line("… on a page at rest, from the touch, ms", ours, stock, _touched)
    yield _line("… answer to a letter, ms", ours, stock, _letter, "≤ 50 ms")
    yield _line("… slowest letter, ms", ours, stock, _slowest)


Figure = Callable[[Site], float]


def _line(name: str, ours: Site, stock: Site, figure: Figure, goal: str = "") -> str:
    one, other = figure(ours), figure(stock)
    ratio = f"{one / other:.2f}" if other else "–"
    return f"| {name} | {one:,.0f} | {other:,.0f} | {ratio} | {goal} |"


def _paint(kind: str) -> Figure:
    return lambda site: median(one.paint for one in site.opened[kind])


def _before(kind: str) -> Figure:
    return lambda site: median(one.before for one in site.opened[kind])


def _all(kind: str) -> Figure:
    return lambda site: median(one.all for one in site.opened[kind])


def _tap(kind: str) -> Figure:
    return lambda site: median(one.tap for one in site.opened[kind])


def _ready(site: Site) -> float:
    return median(one.ready for one in site.searched)


def _touched(site: Site) -> float:
    return median(site.touched)


def _letter(site: Site) -> float:
    return median(time for one in site.searched for time in one.letters)


def _slowest(site: Site) -> float:
    return median(max(one.letters) for one in site.searched)


if __name__ == "__main__":
    main()
