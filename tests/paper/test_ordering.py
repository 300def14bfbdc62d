"""A run of printing: what it writes, what it leaves alone, and what it says of closed cards."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from generator.cli import main
from generator.paper.document import Document, Paper
from generator.paper.kinds import KINDS
from generator.paper.leftovers import staying
from generator.paper.ordering import Done, Wanted, print_plan
from generator.paper.printing import Batch
from tests.site.organisation import PLAN, files_below


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yml"
    path.write_text(PLAN, "utf-8")
    return path


def printed(plan: Path, out: Path, **changes: tuple[str, ...]) -> Done:
    wanted = Wanted(
        plan,
        changes.get("editions", ()),
        changes.get("languages", ("en",)),
        changes.get("kinds", ("wallet-cards",)),
        Paper.A4,
        "long",
        draft=True,
    )
    return print_plan(wanted, out)


def test_a_run_for_some_kinds_leaves_what_was_printed_before(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    printed(plan, out)
    cards = files_below(out)
    assert "staff/en/wallet-cards.pdf" in cards
    printed(plan, out, kinds=("forms",))
    after = files_below(out)
    assert "staff/en/forms.pdf" in after
    listed = ".runbook-site"
    assert {path: after[path] for path in cards if path != listed} == {
        path: content for path, content in cards.items() if path != listed
    }


def test_a_run_takes_away_what_is_left_of_its_own_kinds(plan: Path, tmp_path: Path) -> None:
    """Fewer cards are fewer files, and an old one is out of date."""
    out = tmp_path / "out"
    printed(plan, out, kinds=("wallet-cards", "forms"))
    listed = out / ".runbook-site"
    old = [
        "wallet-cards-2.pdf",
        "wallet-cards-fold-2.pdf",
        "forms-1.pdf",
        "wallet-cards.pdf.1.part",
    ]
    for name in old:
        (out / "staff" / "en" / name).write_text("old")
        os.utime(out / "staff" / "en" / name, (0, 0))
    others = "".join(f"staff/en/{name}\n" for name in old)
    listed.write_text(f"{listed.read_text('utf-8')}{others}", "utf-8")
    printed(plan, out)
    left = sorted(path for path in files_below(out) if path != listed.name)
    assert left == [
        "staff/en/forms-1.pdf",
        "staff/en/forms.pdf",
        "staff/en/wallet-cards-fold.pdf",
        "staff/en/wallet-cards-print-shop.pdf",
        "staff/en/wallet-cards.pdf",
    ]


def test_of_what_changed_since_the_kinds_on_which_nothing_did_stay() -> None:
    wanted = Wanted(Path("plan.yml"), (), (), (), Paper.A4, "long", changed_since="1")
    kinds = [kind for kind in KINDS if kind.name in ("forms", "exit-posters")]
    forms = Document("forms.pdf", "Forms", "en", "forms", ())
    stays = staying(wanted, [(Batch("staff/en", (forms,), {}), kinds)])
    assert not stays("staff/en/forms-2.pdf")
    for other in ("staff/en/exit-posters.pdf", "staff/nl/forms-2.pdf", "staff/en/binder.pdf"):
        assert stays(other)
    assert not staying(replace(wanted, changed_since=None), [])("staff/en/binder.pdf")


def test_cards_that_show_more_than_the_edition_are_counted(plan: Path, tmp_path: Path) -> None:
    open_cards = printed(plan, tmp_path / "one")
    assert open_cards.closed == 0
    text = PLAN.replace("    holder: tom\n", "    holder: tom\n    reads: crisis-team\n", 1)
    assert text != PLAN
    plan.write_text(text, "utf-8")
    # The card of the role itself, of its holder and of the one who stands in.
    assert printed(plan, tmp_path / "two").closed == 3
    # A language that is named twice is printed once.
    assert printed(plan, tmp_path / "three", languages=("en", "en")).closed == 3


def test_what_it_says_of_a_folder_of_others_is_of_its_own_options(plan: Path) -> None:
    done = CliRunner().invoke(main, ["print", str(plan), "--draft", "--out", str(plan.parent)])
    assert done.exit_code == 1
    assert "`--out`" in done.stderr
    assert done.stderr.endswith("Nothing was printed; folder and ledger are as they were.\n")
    assert "--site-dir" not in done.stderr
