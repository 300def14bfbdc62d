"""A small site by no renderer in particular, with all that is awkward about files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from generator.seal import About, Scripts, Sealed, lots_of, seal
from generator.seal.unsealing import SealedPart, parts_of

ABOUT = About("Bakery Zon – Plan", "3", 1_795_219_200, expires="2027-10-01")
SCRIPTS = Scripts(
    b'"@@SITE_SHA256@@"; importScripts("offline/@@PROGRAM_SHA256@@.js"); "@@PROGRAM@@";\n',
    b'const program = "@@PROGRAM@@"; /* its words: @@SITE_SHA256@@ */\n',
    b"// the end\n",
)
HOSTILE = "&lt;script&gt;alert(1)&lt;/script&gt; ${x} \"onload=' @@SITE_SHA256@@ ]]> -->"

_FRAME = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<script>document.documentElement.dataset.early = "yes";</script>
</head>
<body>
{navigation}
<main>
<h1>{title}</h1>
{article}
</main>
<script src="page.js"></script>
<script type="application/json" id="said">{{"a": "</b>"}}</script>
</body>
</html>
"""
_NAVIGATION = "\n".join(f'<a href="page-{n}.html">Page {n} of the plan</a>' for n in range(40))
_BLOCK = "\n".join(
    f'<p class="contact">Tom Claes, line {n} of his block, which several pages show</p>'
    for n in range(12)
)


def page(title: str, article: str, language: str = "en") -> bytes:
    """A page in the frame of all pages."""
    return _FRAME.format(
        language=language, title=title, navigation=_NAVIGATION, article=article
    ).encode()


def part(language: str, number: str = "+33 1 99 00 11 12") -> dict[str, bytes]:
    """The files of an edition in one language; many pages show the same block with a number."""
    block = _BLOCK.replace("line 6", number)
    rows = "\n".join(
        f"<li>Row {n} of the list of everything, {n * 7919 % 1000}</li>" for n in range(300)
    )
    pages = {
        f"page-{n}.html": page(
            f"Page {n}",
            "\n".join(
                f"<p>Sentence {n * 31 + k} of page {n}: {hash_of(n, k)}.</p>" for k in range(30)
            )
            + (f"\n{block}" if n % 4 == 0 else ""),
            language,
        )
        for n in range(40)
    }
    return {
        **pages,
        "index.html": page("Start", f"<ul>\n{rows}\n</ul>", language),
        "hostile.html": page(HOSTILE, f"<pre>  {HOSTILE}\r\n\t two  blanks </pre>", language),
        "page.js": b'// A comment\nwindow.ran  =  "yes";\n//# sourceMappingURL=page.js.map\n',
        "style.css": b"/* A */\nbody { color:  red; }\n/*# sourceMappingURL=style.css.map */\n",
        "page.js.map": b"{}",
        "search/search_index.json": _index(),
        "pictures/tower.jpg": bytes(range(256)) * 200,
        "pictures/map.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><g style="fill:red"/></svg>',
    }


def hash_of(*numbers: int) -> str:
    """Text that looks like no other."""
    return " ".join(str((number + 1) * 2_654_435_761 % 2**32) for number in numbers)


def _index() -> bytes:
    docs = [{"location": f"page-{n}.html", "text": hash_of(n, n + 1) * 5} for n in range(400)]
    return json.dumps({"config": {"lang": ["en"]}, "docs": docs}, separators=(",", ":")).encode()


def site(number: str = "+33 1 99 00 11 12") -> dict[str, bytes]:
    """Two parts, and a root with awkward files."""
    return {
        "index.html": page("Choose", '<a href="staff/en/index.html">English</a>'),
        "empty.txt": b"",
        "no line end.txt": b"one\ntwo",
        "latin.txt": "caf\xe9\n".encode("latin-1"),
        "ünï çødé/naïve 名.txt": "名\n".encode(),
        "blob.bin": bytes(range(256)) * 3,
        ".runbook-site": b"ours\n",
        "CNAME": b"plan.example.org\n",
        **{f"staff/en/{path}": content for path, content in part("en", number).items()},
        **{f"staff/nl/{path}": content for path, content in part("nl", number).items()},
    }


def sealed(files: Mapping[str, bytes], before: bytes | None = None, about: About = ABOUT) -> Sealed:
    """The site, sealed."""
    return seal(list(lots_of(files)), about, SCRIPTS, {}, before)


def whole(files: Mapping[str, bytes], done: Sealed) -> dict[str, bytes]:
    """Every file of the sealed site."""
    return {**dict(done.files(files.items())), **done.added}


def opened(files: Mapping[str, bytes]) -> dict[str, SealedPart]:
    """The parts of a sealed site by path."""
    parts = parts_of(files["offline/site.json"], files.__getitem__)
    return {one.path: one for one in parts}


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    """The files, on the disk."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder
