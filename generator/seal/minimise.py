"""What nobody needs goes: source maps, comments and blanks of styles, what scripts say of
themselves at their beginning, and the theme's search for languages that the site doesn't speak.

HTML stays as it is: after gzip, its blanks are hardly anything. So does the rest of a script: the
theme's and ours are ready-made, and to take blanks out of others needs all of the language.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from functools import lru_cache

import rcssmin

_MAP_OF_SCRIPT = re.compile(rb"^[ \t]*//[#@][ \t]*sourceMappingURL=[^\n]*\n?", re.MULTILINE)
_MAP_AT_END = re.compile(rb"//[#@][ \t]*sourceMappingURL=[^\s'\"`]*\s*\Z")
_MAP_OF_STYLE = re.compile(rb"/\*[#@][ \t]*sourceMappingURL=[^*]*\*/\n?")
_STEMMER = re.compile(r"lunr\.(?P<tag>[a-z]{2})(?:\.min)?\.js$")
_FOR_LANGUAGE = {"tinyseg.js": "ja", "tinyseg.min.js": "ja", "wordcut.js": "th"}
_FIRST_COMMENTS = re.compile(r"\A(?:\s*(?:/\*(?!!).*?\*/|//[^\n]*))+\s*", re.DOTALL)
_MOST = 4
"""After so many rounds a text that still changes is taken as it is."""


def smaller(path: str, content: bytes) -> bytes:
    """A style sheet or script without what only its authors need; any other file as it is.

    Ready-made (`.min.`) files only lose the name of their source map. The worker at the root, and
    what an earlier seal wrote, isn't given here.
    """
    if path.endswith(".css"):
        return _settled(_MAP_OF_STYLE.sub(b"", content), _style, ready=".min." in path)
    if path.endswith(".js"):
        return _settled(_without_map(content), _script, ready=_is_ready(path))
    return content


def _without_map(script: bytes) -> bytes:
    return _MAP_AT_END.sub(b"", _MAP_OF_SCRIPT.sub(b"", script))


def _is_ready(path: str) -> bool:
    return ".min." in path or posixpath.basename(path) == "search_index.js"


@lru_cache(maxsize=256)
def _settled(content: bytes, minimise: Callable[[str], str], *, ready: bool) -> bytes:
    """The same again for what was minimised before, so that sealing twice changes nothing."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return content
    if ready:
        return content
    for _ in range(_MOST):
        done = minimise(text)
        if done == text:
            break
        text = done
    return text.encode()


def _style(text: str) -> str:
    return str(rcssmin.cssmin(text, keep_bang_comments=True))


def _script(text: str) -> str:
    return _FIRST_COMMENTS.sub("", text)


def superfluous(paths: Iterable[str], workers: Iterable[str], languages: Iterable[str]) -> set[str]:
    """The files that a site doesn't need: source maps; search workers that no page names
    (``workers`` has the names of those that one does); stemmers of other languages."""
    spoken = {tag.partition("-")[0].lower() for tag in languages}
    named = set(workers)
    return {path for path in paths if _is_superfluous(path, named, spoken)}


def _is_superfluous(path: str, workers: set[str], languages: set[str]) -> bool:
    folder, name = posixpath.split(path)
    if name.endswith((".js.map", ".css.map")):
        return True
    if f"/{folder}".endswith("/javascripts/workers") and name.endswith(".js"):
        return name not in workers
    if "/lunr" not in f"/{folder}":
        return False
    stemmer = _STEMMER.match(name)
    tag = stemmer["tag"] if stemmer else _FOR_LANGUAGE.get(name, "")
    return bool(tag) and tag not in languages
