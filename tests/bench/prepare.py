"""Write a synthetic plan, and the same pages for each peer: ``prepare FOLDER PAGES``.

A process of its own, so that the one that measures stays small.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from generator.build import Reading, chosen_audiences, readings
from generator.opening import open_plan
from generator.outputs.article import Setting, article
from generator.views.page import Address
from tests.bench.markdown import as_markdown
from tests.bench.synthetic import AS_OF, write_plan

Article = tuple[Address, str, str]

_STOCK = """site_name: Synthetic Works
site_url: https://plan.example.org/
use_directory_urls: false
theme:
  name: material
  font: false
  features: [{features}]
plugins:
  - search
"""

_OURS = """site_name: Synthetic Works
theme:
  name: material
plugins:
  - search
  - runbook:
      plan: plan
"""

_HUGO = """baseURL = "https://plan.example.org/"
title = "Synthetic Works"
disableKinds = ["taxonomy", "term", "rss", "sitemap"]
[outputs]
home = ["html", "json"]
section = ["html"]
"""

_HUGO_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"></head>
<body>
<nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<main>{{ .Content }}</main>
</body>
</html>
"""

_HUGO_SEARCH = """[{{ range $i, $p := site.RegularPages }}{{ if $i }},{{ end }}
{{ dict "location" .RelPermalink "title" .Title "text" .Plain | jsonify }}{{ end }}]
"""


def prepare(folder: Path, pages: int) -> int:
    """Fill the folders ``ours``, ``default``, ``pruned``, ``zensical`` and ``hugo``. Returns how
    many pages there are."""
    write_plan(folder / "ours" / "plan", pages)
    _write(folder / "ours" / "mkdocs.yml", _OURS)
    (folder / "ours" / "docs").mkdir()
    articles = list(_articles(folder / "ours" / "plan"))
    for name, features in (
        ("default", ""),
        ("pruned", "navigation.prune"),
        ("zensical", "navigation.prune"),
    ):
        _write(folder / name / "mkdocs.yml", _STOCK.format(features=features))
        _write_pages(folder / name / "docs", articles, _stock_page)
    _write_hugo(folder / "hugo", articles)
    return len(articles)


def _articles(plan: Path) -> Iterator[Article]:
    opened = open_plan(plan, date.fromisoformat(AS_OF))
    for audience in chosen_audiences(opened.plan, (), plan):
        for reading in readings(opened.plan, audience):
            yield from _of_reading(reading)


def _of_reading(reading: Reading) -> Iterator[Article]:
    setting = Setting(reading.edition, reading.words, lambda payload: "", reading.site_url)
    for page in reading.pages:
        yield page.address, page.title.words, article(page, setting)


def _stock_page(address: Address, title: str, html: str) -> tuple[str, str]:
    return address.path.removesuffix(".html") + ".md", as_markdown(html, ".md")


def _hugo_page(address: Address, title: str, html: str) -> tuple[str, str]:
    stem = address.path.removesuffix(".html")
    name = stem.removesuffix("index") + "_index" if address.id == "index" else stem
    front = f"---\ntitle: {json.dumps(title)}\nurl: /{address.path}\n---\n\n"
    return f"{name}.md", front + as_markdown(html, ".html")


def _write_pages(
    folder: Path, articles: list[Article], page: Callable[[Address, str, str], tuple[str, str]]
) -> None:
    for article_ in articles:
        name, text = page(*article_)
        _write(folder / name, text)


def _write_hugo(folder: Path, articles: list[Article]) -> None:
    _write(folder / "hugo.toml", _HUGO)
    for kind in ("single", "list", "index"):
        _write(folder / "layouts" / "_default" / f"{kind}.html", _HUGO_PAGE)
    _write(folder / "layouts" / "index.json", _HUGO_SEARCH)
    _write_pages(folder / "content", articles, _hugo_page)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    print(prepare(Path(sys.argv[1]), int(sys.argv[2])))
