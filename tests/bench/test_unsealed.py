"""The bench's build without the seal is the command's own, but for the seal."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.bench import contenders, report
from tests.bench.measure import Cost, Size
from tests.site.organisation import files_below, write_organisation


def _built(config_file: Path, contender: contenders.Contender) -> dict[str, bytes]:
    subprocess.run(contender.command, cwd=config_file.parent, check=True, capture_output=True)
    return files_below(config_file.parent / contender.site)


def test_only_the_seal_is_left_out(tmp_path: Path) -> None:
    config_file = write_organisation(tmp_path)
    without = _built(config_file, contenders.unsealed())
    sealed = _built(config_file, contenders.ours())
    added = sealed.keys() - without.keys()
    assert {"sw.js", "offline/site.json"} <= added
    assert not [path for path in added if path.endswith(".html")]
    page = "staff/en/index.html"
    assert b"Content-Security-Policy" in sealed[page]
    assert b"Content-Security-Policy" not in without[page]


def test_what_the_seal_adds_is_told() -> None:
    size = Size(1, 1, 1)
    ours = report.Result(1, [Cost(3.0, 4.0, 150.0)], size)
    without = report.Result(1, [Cost(2.0, 2.5, 90.0)], size)
    told = report.seal({contenders.OURS: ours, contenders.UNSEALED: without})
    assert told == "The seal: +1.00 s, +1.50 CPU s, +60 MB"
    assert "measure" in report.seal({contenders.OURS: ours})
