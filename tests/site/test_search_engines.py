"""Search engines are kept out of every page, except for editions that are to be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.builder import SiteBuilder
from generator.site.project import read_project
from generator.site.publishing import Site, build_site
from tests.site.organisation import files_below, write_organisation

ROBOTS = '<meta name="robots" content="noindex, nofollow">'


def _pages(site: Site, *, kept_out: bool) -> list[str]:
    """The pages, with the frame of all pages, that keep search engines out, or those that don't."""
    files = files_below(site.folder)
    framed = {path: content.decode() for path, content in files.items() if b'"rb-bar"' in content}
    return [path for path, html in framed.items() if (ROBOTS in html) == kept_out]


def test_they_are_kept_out_of_every_page(built: Site) -> None:
    assert len(_pages(built, kept_out=True)) > 15
    assert _pages(built, kept_out=False) == []


@pytest.mark.parametrize(("named", "kept_out"), [("staff", False), ("crisis-team", True)])
def test_only_an_edition_that_is_named_is_found(
    tmp_path: Path, named: str, *, kept_out: bool
) -> None:
    config_file = write_organisation(tmp_path)
    extra = f"extra: {{search_engines: [{named}]}}\n"
    config_file.write_text(config_file.read_text("utf-8") + extra, "utf-8")
    site = build_site(read_project(config_file), SiteBuilder())
    assert len(_pages(site, kept_out=kept_out)) > 15
    assert _pages(site, kept_out=not kept_out) == []
