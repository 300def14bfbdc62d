"""Verify a finished site: what the plan demands is there, every link leads somewhere, and no page
fetches anything from elsewhere.

What to expect comes from the plan, never from files that a build wrote, so that a renderer that
left pages out is found out.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.verify.expected import Expected
from generator.verify.finding import Finding
from generator.verify.links import broken, foreign
from generator.verify.pages import SiteFiles, read_site
from generator.verify.search import searchable
from generator.verify.single_file import not_alone, single_files_of

__all__ = ["Expected", "Finding", "SiteFiles", "read_site", "verify"]


def verify(files: SiteFiles, expected: Expected | None) -> list[Finding]:
    """All that is wrong with a site; ``expected`` is None without a plan to compare with."""
    base = expected.base if expected else None
    found = [*foreign(files), *broken(files, base), *searchable(files, expected)]
    found += not_alone(files)
    if expected is not None:
        found += _missing(files, expected)
    return sorted(found)


def _missing(files: SiteFiles, expected: Expected) -> Iterator[Finding]:
    for page in sorted(expected.pages - files.pages.keys()):
        yield Finding(page, "missing-page", "The plan demands this page; the site doesn't have it.")
    for page in sorted(files.pages.keys() - expected.pages - single_files_of(expected.found)):
        yield Finding(page, "unexpected-page", "The plan demands no such page.", stops=False)
