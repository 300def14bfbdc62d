"""What a built site holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.site.publishing import Site
from tests.site.organisation import files_below


def _page(site: Site, path: str) -> str:
    return (site.folder / path).read_text("utf-8")


def test_every_language_has_its_pages(built: Site) -> None:
    paths = files_below(built.folder).keys()
    for language in ("en", "nl"):
        assert f"staff/{language}/index.html" in paths
        assert f"staff/{language}/roles/lead.html" in paths
        assert f"staff/{language}/pages/shelter.html" in paths
    assert '<html lang="nl"' in _page(built, "staff/nl/roles/lead.html")


def test_protected_editions_are_nowhere(built: Site) -> None:
    files = files_below(built.folder)
    assert not [path for path in files if "crisis-team" in path or "silent" in path]
    assert not [path for path, content in files.items() if b"Silent role" in content]
    assert not [path for path, content in files.items() if b"Where the safe is" in content]


def test_texts_of_the_plan_stay_text(built: Site) -> None:
    pages = [c.decode() for p, c in files_below(built.folder).items() if p.endswith(".html")]
    assert len(pages) > 10
    assert not [page for page in pages if "<script>alert" in page or "<b>Zon" in page]
    lead = _page(built, "staff/en/roles/lead.html")
    assert "<title>Lead &lt;script&gt;alert(1)&lt;/script&gt; - Bakery &lt;b&gt;Zon" in lead
    assert "Lead &amp; decide @@rb:title@@" in lead


def test_no_mark_is_left(built: Site) -> None:
    for path, content in files_below(built.folder).items():
        if path.endswith(".html"):
            left = re.findall(r"@@rb:[\w.]+@@", content.decode().replace("@@rb:title@@", ""))
            assert not left, path


def test_language_switch_stays_on_the_page(built: Site) -> None:
    assert 'href="../../nl/roles/lead.html" hreflang="nl"' in _page(
        built, "staff/en/roles/lead.html"
    )
    assert 'href="../nl/index.html" hreflang="nl"' in _page(built, "staff/en/index.html")


def test_identity_and_search_engines(built: Site) -> None:
    page = _page(built, "staff/en/roles/lead.html")
    assert '<meta name="runbook-edition" content="staff">' in page
    assert '<meta name="runbook-language" content="en">' in page
    assert '<meta name="runbook-root" content="../../../">' in page
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert 'href="https://plan.example/bakery/staff/en/roles/lead.html"' in page


def test_former_addresses_lead_on(built: Site) -> None:
    page = _page(built, "staff/nl/roles/crisis-manager.html")
    assert 'content="0; url=lead.html"' in page
    assert 'lang="nl"' in page
    assert 'url=shelter.html"' in _page(built, "staff/en/pages/old-shelter.html")


def test_nothing_ships_that_only_makers_need(built: Site) -> None:
    paths = files_below(built.folder).keys()
    unwanted = (".map", "/lunr/", "/workers/", "sitemap.xml", "/src/")
    assert not [path for path in paths if any(part in f"/{path}" for part in unwanted)]
    assert "staff/en/assets/stylesheets/runbook.css" in paths
    assert not [p for p, c in files_below(built.folder).items() if b"sourceMappingURL" in c]


def test_search_knows_pages_and_hand_written_sections(built: Site) -> None:
    script = _page(built, "staff/en/search/search_index.js")
    index = json.loads(script.removeprefix("var __index = ").removesuffix(";\n"))
    docs = {doc["location"]: doc for doc in index["docs"]}
    assert docs["roles/lead.html"]["title"] == "Lead <script>alert(1)</script>"
    assert docs["pages/shelter.html#way-there"]["text"] == "Down the stairs."
    assert "roles/crisis-manager.html" not in docs
    assert json.loads(_page(built, "staff/en/search/search_index.json")) == {**index, "docs": []}


def test_entrance_lists_editions_without_script(built: Site) -> None:
    index = _page(built, "index.html")
    link = '<a href="staff/nl/index.html" data-edition="staff" lang="nl" hreflang="nl">'
    assert link in index
    assert "Bakery &lt;b&gt;Zon&lt;/b&gt; &amp; Co" in index
    not_found = _page(built, "404.html")
    assert 'href="/bakery/staff/nl/index.html"' in not_found
    assert "stylesheet" not in not_found


def test_navigation_names_sections_only(built: Site) -> None:
    page = _page(built, "staff/en/roles/lead.html")
    navigation = page.split('<nav class="md-nav md-nav--primary"')[1].split("</nav>")[0]
    assert "scenarios/index.html" in navigation
    assert "fire.html" not in navigation


def test_temporary_folders_are_not_named(built: Site) -> None:
    for path, content in files_below(built.folder).items():
        assert str(Path(built.folder).parent).encode() not in content, path
        assert b"runbook-outer" not in content, path
