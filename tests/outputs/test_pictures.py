"""Pictures of a plan: copied as they are, unless they would run or fetch something."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.editions import Edition, audiences, project
from generator.locales import locale
from generator.opening import open_plan
from generator.outputs import FILES, pictures
from generator.problems import PlanError, Severity
from generator.views.parts.pictures import picture_files, picture_path, picture_src
from tests.plan_builder import make_plan

GOOD = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>'


def edition(*names: str) -> Edition:
    """An edition with a site that has these pictures."""
    shown = [{"file": name, "alt": "A map"} for name in names]
    site = {"id": "hq", "name": "HQ", "pictures": shown}
    plan = make_plan(header={"logo": names[0]} if names else {}, sites=[site])
    return project(plan, audiences(plan)[0], "en")


def copies(folder: Path, *names: str) -> dict[str, bytes]:
    """What is copied, by path."""
    found = pictures.files(edition(*names), locale("en"), folder)
    return {artifact.path: artifact.content for artifact in found}


def test_each_picture_is_copied_once(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.svg").write_bytes(GOOD)
    (tmp_path / "a.svg").write_bytes(GOOD + b"\n")
    names = ("pictures/a.svg", "a.svg", "pictures/a.svg")
    assert copies(tmp_path, *names) == {"pictures/a.svg": GOOD, "pictures/_/a.svg": GOOD + b"\n"}


def test_the_logo_and_pictures_of_assembly_points_are_among_them() -> None:
    picture = {"file": "pictures/quay.png", "alt": "Map"}
    point = {"id": "quay", "name": "Quay", "picture": picture}
    plan = make_plan(
        header={"logo": "logo.svg"},
        sites=[{"id": "hq", "name": "HQ", "assembly_points": [point]}],
    )
    found = picture_files(project(plan, audiences(plan)[0], "en"))
    assert found == ("logo.svg", "pictures/quay.png")


def test_nothing_outside_the_plans_folder_is_copied(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    (tmp_path / "secret.svg").write_bytes(GOOD)
    (folder / "link.svg").symlink_to(tmp_path / "secret.svg")
    names = ("../secret.svg", str(tmp_path / "secret.svg"), "link.svg", "gone.svg", "a\0b.svg")
    assert copies(folder, *names) == {}


def test_a_picture_with_script_stops_the_build_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_bytes(b"<svg>\n<script>alert(1)</script></svg>")
    header = "plan: {id: a, organisation: A, title: A, revision: 1,\n  logo: map.svg}\n"
    (tmp_path / "plan.yml").write_text(header)
    with pytest.raises(PlanError) as error:
        open_plan(tmp_path, date(2026, 6, 1))
    (problem,) = (p for p in error.value.problems if p.severity is Severity.ERROR)
    assert (problem.code, problem.position.line) == ("active-picture", 2)
    assert problem.position.file.endswith("plan.yml")
    assert "line 2" in problem.message


def test_addresses_are_safe_in_a_link() -> None:
    assert picture_path("my map#1.svg") == "pictures/_/my map#1.svg"
    assert picture_src("my map#1.svg") == "pictures/_/my%20map%231.svg"


def test_every_kind_of_file_is_registered() -> None:
    assert pictures.files in FILES
    assert len(FILES) >= 2
