"""Pictures of an earlier plan, which is no longer there when its sheets are compared or set."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from generator.cli import main
from tests.paper.changing import PLAN, commit, git

POINT = "{id: lawn, name: The lawn, directions: Turn left.}"
WITH_MAP = "{id: lawn, name: The lawn, picture: {file: map.png, alt: The way}}"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan in one file with a picture, committed; its folder is the working one."""
    assert POINT in PLAN
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "plan.yml").write_text(PLAN.replace(POINT, WITH_MAP), "utf-8")
    draw(folder, "green")
    git(folder, "init", "-q")
    commit(folder)
    monkeypatch.chdir(folder)
    return folder


def draw(folder: Path, colour: str) -> None:
    Image.new("RGB", (60, 40), colour).save(folder / "map.png")


def changed(*options: str, plan: str = "plan.yml") -> Result:
    """Print what changed since the first commit."""
    command = ["print", plan, "--draft", "--changed-since", "HEAD", "--out", "../out"]
    return CliRunner().invoke(main, [*command, *options], catch_exceptions=False)


def words_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("plan", ["plan.yml", "."])
@pytest.mark.usefixtures("repository")
def test_an_unchanged_picture_is_no_change(plan: str) -> None:
    done = changed("--list", plan=plan)
    assert done.stdout.startswith("Nothing changed on any of "), done.output


@pytest.mark.parametrize("plan", ["plan.yml", "."])
def test_a_picture_that_is_gone_from_the_plan_and_its_folder(repository: Path, plan: str) -> None:
    (repository / "plan.yml").write_text(PLAN, "utf-8")
    (repository / "map.png").unlink()
    done = changed("--only", "binder", plan=plan)
    assert done.exit_code == 0, done.output
    (file,) = (repository.parent / "out").rglob("*.pdf")
    assert file.name == "binder-changes.pdf"
    assert "Turn left." in words_of(file)


def test_a_section_whose_picture_is_another_is_put_in(repository: Path) -> None:
    """Under its old name, and beside another change, which alone would be put in."""
    text = (repository / "plan.yml").read_text("utf-8")
    assert "title: Plan" in text
    (repository / "plan.yml").write_text(text.replace("title: Plan", "title: The plan"), "utf-8")
    draw(repository, "red")
    done = changed("--only", "binder")
    assert done.exit_code == 0, done.output
    (file,) = (repository.parent / "out").rglob("*.pdf")
    assert file.name == "binder-changes.pdf"
    with pypdfium2.PdfDocument(file) as pdf:
        found = (one for page in pdf for one in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE]))
        (picture,) = (one.get_bitmap().to_pil().convert("RGB") for one in found)
    assert picture.getpixel((20, 20)) == (255, 0, 0)


@pytest.mark.usefixtures("repository")
def test_a_revision_that_no_file_can_be_called() -> None:
    done = changed("--changed-since", "a" * 300)
    assert done.exit_code == 1
    assert "error[unknown-revision]" in done.output
