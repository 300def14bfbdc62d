"""Speed and size of our build beside the named peers, interleaved in one run.

All build the same synthetic pages. Nothing here is asserted: the figures are for people, and
depend on the machine; compare ratios, and where the machine is busy those of processor time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.contenders import GONE, OURS, Contender, contenders, environment
from tests.bench.measure import Cost, RunError, Size, run
from tests.bench.report import Result, growth, seal, table
from tests.bench.synthetic import AS_OF

CACHE = Path(".cache").resolve()


def main() -> None:
    """Measure what the options ask for, and print it."""
    options = _options()
    everyone = [one for one in contenders(CACHE) if _asked(one, options.only)]
    found: dict[int, dict[str, Result]] = {}
    for size in options.pages:
        folder = CACHE / "bench" / str(size)
        pages = _prepare(folder, size)
        print(f"\n== {pages} pages ==\n", flush=True)
        cold = _cold(folder / "ours", everyone)
        chosen = [one for one in everyone if options.only or size <= one.most]
        found[size] = _measure(chosen, folder, pages, options.rounds)
        print(f"{table(found[size])}\n\n{seal(found[size])}", flush=True)
        if OURS in found[size]:
            _say_ours(folder / "ours", cold, found[size][OURS])
    print(f"\n{growth(found)}")
    for gone in (CACHE / "bench").glob(f"*/*/{GONE}"):
        shutil.rmtree(gone, ignore_errors=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--pages",
        type=lambda text: [int(number) for number in text.split(",")],
        default=[100, 1000, 3000],
        help="sizes, such as 100,1000; without --only the slow peers sit out the largest",
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append", help="part of a contender's name; repeatable")
    return parser.parse_args()


def _asked(contender: Contender, only: list[str] | None) -> bool:
    return not only or any(name.lower() in contender.name.lower() for name in only)


def _prepare(folder: Path, size: int) -> int:
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "tests.bench.prepare", str(folder), str(size)]
    return int(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def _cold(folder: Path, everyone: list[Contender]) -> Cost | None:
    """The first build draws every QR code; the others find them in the cache."""
    ours = next((one for one in everyone if one.name == OURS), None)
    return _run(ours, folder) if ours else None


def _measure(chosen: list[Contender], folder: Path, pages: int, rounds: int) -> dict[str, Result]:
    costs: dict[str, list[Cost]] = {one.name: [] for one in chosen}
    for _ in range(rounds):
        for one in chosen:
            cost = _run(one, folder / one.folder)
            if cost is not None:
                costs[one.name].append(cost)
    return {
        one.name: Result(pages, costs[one.name], Size.of(folder / one.folder / one.site))
        for one in chosen
        if costs[one.name]
    }


def _run(contender: Contender, folder: Path) -> Cost | None:
    contender.clear(folder)
    try:
        return run(contender.command, folder, environment(os.environ))
    except RunError as failure:
        print(f"{contender.name} failed and is left out of this round:\n{failure}\n", flush=True)
        return None


def _say_ours(folder: Path, cold: Cost | None, warm: Result) -> None:
    if cold:
        extra, cpu = cold.seconds - warm.seconds, cold.cpu - warm.cpu
        print(f"\nFirst build, QR codes and all caches cold: {extra:+.2f} s, {cpu:+.2f} CPU s")
    _say_no_change(folder)
    tool = str(Path(sys.executable).with_name("runbook"))
    check = run((tool, "check", "plan", "--as-of", AS_OF), folder, environment(os.environ))
    print(f"runbook check: {check.seconds:.2f} s, {check.cpu:.2f} CPU s, {check.memory:.0f} MB")
    print("Stages of ours, with a stopwatch around each:", flush=True)
    command = [sys.executable, "-m", "tests.bench.stages", str(folder)]
    subprocess.run(command, check=False, env=environment(os.environ), stderr=subprocess.DEVNULL)


def _say_no_change(folder: Path) -> None:
    before = _times(folder / "site")
    ours = next(one for one in contenders(CACHE) if one.name == OURS)
    cost = run(ours.command, folder, environment(os.environ))
    after = _times(folder / "site")
    changed = sorted(path.name for path, time in after.items() if before.get(path) != time)
    print(f"Built again with no change: {len(changed)} of {len(after)} files written, ", end="")
    print(f"{cost.seconds:.2f} s, {cost.cpu:.2f} CPU s {' '.join(changed[:5])}")


def _times(site: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


if __name__ == "__main__":
    main()
