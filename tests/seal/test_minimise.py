"""What goes and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.seal.minimise import smaller, superfluous
from tests.frontend_tools import ROOT

OWN = sorted((ROOT / "overrides" / "assets").rglob("*.[cj]s*"))


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.name)
def test_our_own_files_become_smaller_and_then_stay_so(file: Path) -> None:
    once = smaller(file.name, file.read_bytes())
    assert len(once) < file.stat().st_size
    assert smaller(file.name, once) == once


def test_of_a_script_only_what_it_says_of_itself_at_its_beginning_goes() -> None:
    script = b"const a = ` ${b.join(` ${c} `)} /* not */ `;  // not\n/* not */\n"
    assert smaller("a.js", b"/* Built\nfrom */ /* two */\n// three\n" + script) == script
    assert smaller("a.js", b"/*! Licence */\n" + script) == b"/*! Licence */\n" + script


def test_other_files_and_broken_ones_stay_as_they_are() -> None:
    assert (
        smaller("a.html", b"<pre>  x </pre>  <!--[if IE]> -->")
        == b"<pre>  x </pre>  <!--[if IE]> -->"
    )
    assert smaller("a.css", b"/* \xff */  a {}") == b"/* \xff */  a {}"


def test_ready_made_files_only_lose_the_name_of_their_map() -> None:
    assert smaller("a.min.js", b"a  =  1\n//# sourceMappingURL=a.min.js.map\n") == b"a  =  1\n"
    assert smaller("a.js", b"a='//# sourceMappingURL=x'+b") == b"a='//# sourceMappingURL=x'+b"


def test_only_the_search_of_the_site_s_languages_stays() -> None:
    lunr = "assets/javascripts/lunr"
    workers = "assets/javascripts/workers"
    kept = {
        f"{lunr}/min/lunr.nl.min.js",
        f"{lunr}/min/lunr.stemmer.support.min.js",
        f"{lunr}/min/lunr.multi.min.js",
        f"{workers}/search.1.min.js",
        "data.map",
    }
    gone = {
        f"{lunr}/min/lunr.de.min.js",
        f"{lunr}/tinyseg.js",
        f"{workers}/search.2.min.js",
        "assets/bundle.js.map",
    }
    assert superfluous(kept | gone, {"search.1.min.js"}, {"nl-BE", "en"}) == gone
