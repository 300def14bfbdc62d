"""Each edition of a built site is an app: every page says so, with what is there."""

from __future__ import annotations

import json
import posixpath
import re

from generator.site.publishing import Site
from tests.site.organisation import files_below

_NAMED = re.compile(
    r'<link rel="(manifest|apple-touch-icon|icon)"[^>]*? href="([^"]+)"', re.IGNORECASE
)


def test_every_page_names_the_manifest_and_the_icons_of_its_own_folder(built: Site) -> None:
    files = files_below(built.folder)
    pages = [path for path, content in files.items() if b'rel="manifest"' in content]
    assert len(pages) > 15
    assert {"staff/en/index.html", "staff/nl/pages/shelter.html"} & set(pages)
    for page in pages:
        named = dict(_NAMED.findall(files[page].decode()))
        folder = "/".join(page.split("/")[:2])
        assert {
            relation: posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
            for relation, address in named.items()
        } == {
            "manifest": f"{folder}/manifest.webmanifest",
            "icon": f"{folder}/app/page-48.png",
            "apple-touch-icon": f"{folder}/app/apple-180.png",
        }


def test_pages_without_it_lead_on_or_stand_alone(built: Site) -> None:
    files = files_below(built.folder)
    without = {
        path
        for path, content in files.items()
        if path.endswith(".html") and b'rel="manifest"' not in content
    }
    leading = {path for path in without if b'http-equiv="refresh"' in files[path]}
    assert leading
    one_file = {path for path in without if posixpath.basename(path).startswith("runbook-")}
    assert without - leading - one_file == {"index.html", "404.html"}


def test_what_the_head_says_is_text(built: Site) -> None:
    files = files_below(built.folder)
    html = files["staff/en/index.html"].decode()
    assert '<meta name="theme-color" content="#0b4f6c">' in html
    names = re.findall(r'<meta name="apple-mobile-web-app-title" content="([^"]*)">', html)
    said = json.loads(files["staff/en/manifest.webmanifest"])
    assert names == [said["short_name"]] == ["Emergency"]
    assert said["name"].startswith("Bakery <b>Zon</b> & Co – Emergency plan")


def test_icons_are_the_same_in_each_language(built: Site) -> None:
    files = files_below(built.folder)
    english = {path: files[path] for path in files if path.startswith("staff/en/app/")}
    assert len(english) >= 8
    for path, content in english.items():
        assert files[path.replace("/en/", "/nl/")] == content


def test_the_themes_own_icon_is_left_out(built: Site) -> None:
    assert not [path for path in files_below(built.folder) if path.endswith("favicon.png")]
