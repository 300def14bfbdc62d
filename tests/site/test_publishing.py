"""How a build replaces the site that is there: wholly, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.problems import PlanError
from generator.site import publishing, replacing
from generator.site.builder import SiteBuilder
from generator.site.files import write
from generator.site.project import read_project
from generator.site.publishing import NotVerifiedError, Site, build_site
from generator.site.replacing import LIST
from generator.verify import Finding
from tests.site.organisation import files_below


def _build(config_file: Path, builder: SiteBuilder | None = None, **changes: object) -> Site:
    return build_site(read_project(config_file, **changes), builder or SiteBuilder())


def _change(config_file: Path, old: str, new: str) -> None:
    plan = config_file.parent / "plans" / "plan.yml"
    text = plan.read_text("utf-8")
    assert old in text
    plan.write_text(text.replace(old, new), "utf-8")


def test_unchanged_and_changed_builds(organisation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builder = SiteBuilder()
    site = _build(organisation, builder)
    before = {path: path.stat().st_mtime_ns for path in site.folder.rglob("*") if path.is_file()}
    again = _build(organisation, builder)
    assert (again.published.written, again.published.removed) == (0, 0)
    for path, changed in before.items():
        assert path.stat().st_mtime_ns == changed, path

    _change(organisation, "Leave the building.", "Leave the house.")
    edited = _build(organisation, builder)
    assert 0 < edited.published.written < again.published.unchanged / 2

    _change(organisation, "id: fire", "id: blaze")
    _build(organisation, builder)
    assert (site.folder / "staff/en/scenarios/blaze.html").is_file()
    assert not (site.folder / "staff/en/scenarios/fire.html").exists()
    # What is kept between builds gives the same as a fresh build, at one moment.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    _change(organisation, "Leave the house.", "Leave the building.")
    _build(organisation, builder)
    fresh = _build(organisation, site=organisation.parent / "fresh")
    assert files_below(fresh.folder) == files_below(site.folder)


def test_failed_builds_leave_the_site(organisation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = _build(organisation)
    before = files_below(site.folder)
    fault = Finding("index.html", "missing-page", "It isn't there.")
    with monkeypatch.context() as patched:
        patched.setattr(publishing, "verify", lambda *_: [fault])
        with pytest.raises(NotVerifiedError) as failed:
            _build(organisation)
    assert failed.value.findings == (fault,)
    _change(organisation, "holder: tom", "holder: nobody-known")
    with pytest.raises(PlanError) as wrong:
        _build(organisation)
    assert "unknown-reference" in [problem.code for problem in wrong.value.problems]
    assert files_below(site.folder) == before


def _fail_after(monkeypatch: pytest.MonkeyPatch, writes: int, error: BaseException) -> None:
    done = 0

    def failing(path: str, content: bytes, how: int) -> None:
        nonlocal done
        done += 1
        if done > writes:
            raise error
        write(path, content, how)

    monkeypatch.setattr(replacing, "write", failing)


@pytest.mark.parametrize("writes", [0, 1, 2, 3])
def test_a_full_disk_leaves_the_site(
    organisation: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    site = _build(organisation)
    before = files_below(site.folder)
    _change(organisation, "Leave the building.", "Leave the house.")
    with monkeypatch.context() as patched:
        _fail_after(patched, writes, OSError(28, "No space left on device"))
        with pytest.raises(PlanError) as failed:
            _build(organisation)
    assert [problem.code for problem in failed.value.problems] == ["site-not-written"]
    assert _but_the_list(site.folder) == {p: c for p, c in before.items() if p != LIST}
    again = _build(organisation)
    # Nothing but packs of the former plan, which nobody asks for any more.
    former = before.keys() - files_below(site.folder).keys()
    assert all(path.endswith(".pack") for path in former)
    assert again.published.removed == len(former)
    assert not [path for path in files_below(site.folder) if path.endswith(".part")]


def test_an_interruption_leaves_the_site(
    organisation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = _build(organisation)
    before = _but_the_list(site.folder)
    _change(organisation, "Leave the building.", "Leave the house.")
    with monkeypatch.context() as patched:
        _fail_after(patched, 2, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            _build(organisation)
    assert _but_the_list(site.folder) == before


def _but_the_list(folder: Path) -> dict[str, bytes]:
    return {path: content for path, content in files_below(folder).items() if path != LIST}


def test_a_killed_build_leaves_nothing_for_good(organisation: Path) -> None:
    site = _build(organisation)
    page = site.folder / "staff/en/index.html"
    # As a process that was killed left it: what waits stands on the list.
    left = page.with_name("index.html.12345.part")
    left.write_text("half")
    busy = page.with_name("index.html.54321.part")
    busy.write_text("of a build that is under way")
    os.utime(left, (0, 0))
    names = (site.folder / LIST).read_text("utf-8")
    (site.folder / LIST).write_text(f"{names}staff/en/{left.name}\nstaff/en/{busy.name}\n", "utf-8")
    assert _build(organisation).published.removed == 1
    assert not left.exists()
    assert busy.exists()


def test_foreign_files_are_refused(organisation: Path) -> None:
    target = organisation.parent / "site"
    (target / ".git").mkdir(parents=True)
    (target / ".git" / "config").write_text("precious")
    with pytest.raises(PlanError) as refused:
        _build(organisation)
    assert refused.value.problems[0].code == "foreign-files"
    assert files_below(target) == {".git/config": b"precious"}


def test_files_that_others_add_stay(organisation: Path) -> None:
    site = _build(organisation)
    (site.folder / "CNAME").write_text("plan.example")
    _build(organisation)
    assert (site.folder / "CNAME").read_text() == "plan.example"


def test_a_list_that_leaves_the_folder_removes_nothing(organisation: Path) -> None:
    outside = organisation.parent / "outside.txt"
    outside.write_text("precious")
    target = organisation.parent / "site"
    target.mkdir()
    (target / ".runbook-site").write_text(f"list\n../outside.txt\n{outside}\n")
    _build(organisation)
    assert outside.read_text() == "precious"


def test_protected_edition_goes_elsewhere(organisation: Path) -> None:
    site = _build(organisation, editions=("crisis-team",))
    assert site.folder == organisation.parent / "site-crisis-team"
    assert (site.folder / "crisis-team/en/roles/silent.html").is_file()
    assert (site.folder / "crisis-team/en/pages/safe.html").is_file()
    assert not (organisation.parent / "site").exists()
    with pytest.raises(PlanError) as refused:
        _build(organisation, editions=("crisis-team",), site=organisation.parent / "site")
    assert refused.value.problems[0].code == "protected-in-open-site"


def test_unknown_edition(organisation: Path) -> None:
    with pytest.raises(PlanError) as refused:
        _build(organisation, editions=("crisis-teem",))
    assert "`crisis-team`" in refused.value.problems[0].help
