"""A small site of MkDocs and Material with our scripts and a search index of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

from tests.frontend_tools import BUILT

MKDOCS_YML = """\
site_name: Noodplan
use_directory_urls: false
theme:
  name: material
  language: nl
  font: false
  custom_dir: theme
plugins: [search]
extra:
  polyfills: [assets/javascripts/file-worker.js]
extra_javascript: [assets/javascripts/runbook.js]
"""

MAIN_HTML = """\
{% extends "base.html" %}
{% block config %}
{% set stock = super() %}
{{ stock | replace("workers/search.a7633da7.min.js", "search-worker.js") }}
{% endblock %}
"""


class Doc(TypedDict, total=False):
    """An entry of the search index, as `overrides/src/search/entries.js` takes it."""

    location: str
    title: str
    text: str
    keywords: list[str]


def build(folder: Path, pages: dict[str, str], docs: list[Doc]) -> Path:
    """Build `pages` (path to Markdown) in `folder`; returns the site's folder."""
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, "utf-8")
    theme = folder / "theme"
    theme.mkdir()
    (theme / "main.html").write_text(MAIN_HTML, "utf-8")
    shutil.copytree(BUILT, theme / "assets" / "javascripts")
    for path, markdown in pages.items():
        page = folder / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(markdown, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=folder, check=True)
    _write_index(folder / "site" / "search", docs)
    return folder / "site"


def _write_index(folder: Path, docs: list[Doc]) -> None:
    """The theme asks for JSON by http, and for a script on `file:` pages."""
    index = json.dumps({"config": {"lang": ["nl"], "separator": r"\s+"}, "docs": docs})
    (folder / "search_index.json").write_text(index, "utf-8")
    (folder / "search_index.js").write_text(f"var __index = {index}", "utf-8")
