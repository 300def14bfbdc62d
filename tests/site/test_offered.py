"""Sheets for print on the site: which an edition offers, where pages lead to them, and what of
them is made again."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pypdfium2
import pytest

from generator.aside import Aside
from generator.problems import PlanError
from generator.seal.kinds import LEAST_EXTRA
from generator.site.builder import SiteBuilder
from generator.site.expectation import expected_from
from generator.site.project import PREVIEWED, read_project
from generator.site.publishing import Site, build_site
from generator.verify import Expected, SiteFiles, verify
from tests.site.organisation import files_below, write_organisation

OFFERED = "paper: true"


def _with_paper(folder: Path, said: str = OFFERED) -> Path:
    config_file = write_organisation(folder)
    config_file.write_text(config_file.read_text("utf-8") + f"      {said}\n", "utf-8")
    return config_file


@pytest.fixture(scope="module")
def config_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _with_paper(tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="module")
def site(config_file: Path) -> Site:
    return build_site(read_project(config_file), SiteBuilder())


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    return files_below(site.folder)


def _text(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def _faults(files: dict[str, bytes], expected: Expected) -> list[str]:
    site = SiteFiles()
    for path in files:
        site.add(path, partial(files.__getitem__, path))
    return [one.message for one in verify(site, expected) if one.stops]


def test_an_edition_offers_its_sheets_as_pdf_and_as_pictures(files: dict[str, bytes]) -> None:
    card = "staff/en/sheets/wallet-cards/role-lead"
    assert files[f"{card}.pdf"].startswith(b"%PDF-")
    assert {f"{card}-1.webp", f"{card}-2.webp"} <= files.keys()
    assert files[f"{card}-1.webp"][8:12] == b"WEBP"
    assert "Lead" in _text(files[f"{card}.pdf"])


def test_pages_lead_to_their_sheets_and_one_page_to_all(files: dict[str, bytes]) -> None:
    role = files["staff/en/roles/lead.html"].decode()
    assert 'href="../sheets/wallet-cards/role-lead.pdf"' in role
    every = files["staff/en/paper/index.html"].decode()
    pdfs = [path for path in files if path.startswith("staff/en/sheets/") and path.endswith(".pdf")]
    assert len(pdfs) > 3
    for path in pdfs:
        assert f'href="../{path.removeprefix("staff/en/")}"' in every


def test_phones_save_sheets_by_themselves_after_the_pages(files: dict[str, bytes]) -> None:
    parts = {part["path"]: part for part in json.loads(files["offline/site.json"])["parts"]}
    sheets = [path for path in files if path.startswith("staff/en/sheets/")]
    assert {path.rpartition(".")[2] for path in sheets} == {"pdf", "webp"}
    extras = [path for path in sheets if len(files[path]) >= LEAST_EXTRA]
    assert parts["staff/en/sheets"]["files"] == len(sheets) - len(extras)
    assert parts["staff/en/sheets"]["pages"] == 0
    assert parts["staff/en"]["download"] < parts["staff/en/sheets"]["download"]


def test_what_only_a_more_closed_audience_reads_is_not_offered(files: dict[str, bytes]) -> None:
    assert not [path for path in files if "silent" in path]
    for path, content in files.items():
        if path.endswith(".pdf"):
            assert "Silent" not in _text(content), path


def test_verify_expects_the_page_of_sheets(config_file: Path, files: dict[str, bytes]) -> None:
    expected = expected_from(config_file, None, ())
    assert "staff/en/paper/index.html" in expected.pages
    assert _faults(files, expected) == []
    left = {path: content for path, content in files.items() if not path.endswith("role-lead.pdf")}
    assert any("role-lead.pdf" in fault for fault in _faults(left, expected))


def test_a_build_with_no_change_writes_nothing(config_file: Path, site: Site) -> None:
    again = build_site(read_project(config_file), SiteBuilder())
    assert (again.published.written, again.published.removed) == (0, 0)
    assert again.published.unchanged == site.published.written


def test_a_preview_makes_no_sheets(config_file: Path) -> None:
    built = SiteBuilder().build(read_project(config_file, **PREVIEWED))
    assert not [one.path for one in built.artifacts() if "/sheets/" in one.path]


def test_the_binder_is_offered_where_it_is_asked_for(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    assert "staff/en/sheets/binder.pdf" not in files
    built = SiteBuilder().build(read_project(_with_paper(tmp_path, "paper: all")))
    assert "staff/en/sheets/binder.pdf" in {one.path for one in built.artifacts()}


def test_a_sheet_that_does_not_fit_stops_the_build_and_leaves_the_site(tmp_path: Path) -> None:
    config_file = _with_paper(tmp_path)
    before = files_below(build_site(read_project(config_file), SiteBuilder()).folder)
    plan = tmp_path / "plans" / "plan.yml"
    long = "Deputy head of the department of " * 40
    plan.write_text(plan.read_text("utf-8").replace("Lead <script>", f"{long}<script>"), "utf-8")
    with pytest.raises(PlanError) as failure, Aside() as aside:
        build_site(read_project(config_file), SiteBuilder(aside=aside))
    problems = [one for one in failure.value.problems if one.code == "sheet-overflow"]
    assert problems
    assert all(one.position.file.endswith("plan.yml") for one in problems)
    assert any(one.position.line > 1 for one in problems)
    assert files_below(tmp_path / "site") == before
