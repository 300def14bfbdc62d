"""Synthetic plans are sound, and the peers get the same pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.checks import check
from generator.load import load
from tests.bench.markdown import as_markdown
from tests.bench.prepare import prepare
from tests.bench.synthetic import AS_OF, EDITED, EDITED_FILE, write_plan


@pytest.mark.parametrize("pages", [30, 100])
def test_a_synthetic_plan_has_no_problems(tmp_path: Path, pages: int) -> None:
    write_plan(tmp_path, pages)
    loaded = load(tmp_path)
    assert loaded.plan is not None
    assert loaded.plan.checklists
    assert not check(loaded, date.fromisoformat(AS_OF))


def test_the_same_seed_gives_the_same_plan(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        write_plan(tmp_path / name, 30, seed)
    one, same, other = (
        (tmp_path / name / EDITED_FILE).read_text("utf-8") for name in ("one", "same", "other")
    )
    assert one == same != other
    assert one.count(EDITED) == 1


def test_peers_get_every_page(tmp_path: Path) -> None:
    pages = prepare(tmp_path, 30)
    stock = {path.relative_to(tmp_path / "pruned/docs") for path in _pages(tmp_path / "pruned")}
    assert len(stock) == pages == len(_pages(tmp_path / "hugo"))
    assert Path("cards/scenario-0--role-0.md") in stock
    card = (tmp_path / "pruned/docs/cards/scenario-0--role-0.md").read_text("utf-8")
    assert EDITED in card


def _pages(folder: Path) -> list[Path]:
    return list(folder.rglob("*.md"))


def test_an_article_as_markdown() -> None:
    html = """<h1>Call <b>now</b></h1><svg><title>no</title></svg>
    <ol><li><p>First,</p><p>look <a href="../roles/lead.html#x">up</a>.</p></li><li>Go</li></ol>"""
    assert as_markdown(html, ".md") == (
        "# Call **now**\n\n1. First,\n\n    look [up](../roles/lead.md#x).\n\n1. Go\n"
    )
