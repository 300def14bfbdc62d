"""The nested MkDocs build that each edition and language gets: the theme's frames and files."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils import get_theme_dir

from generator.outputs.app.icons import APPLE_ICON, FAVICON
from generator.outputs.app.manifest import MANIFEST
from generator.outputs.assets import without_source_map
from generator.site.configuration import fault, own_files, read_raw
from generator.site.frame_plugin import FramePlugin
from generator.site.frames import mark
from generator.site.shell import Rendered, Shell, navigation

_CURE = "See what MkDocs says about it above, and in its guide."
_THEMES_ICON = "assets/images/favicon.png"
_SEARCH_INDEX = "search/search_index.json"
_NETWORK_EXTRAS = ("analytics", "version", "consent", "homepage", "alternate", "polyfills")


def render(shell: Shell) -> Rendered:
    """Run MkDocs for one edition and language. FrameError if the theme isn't as expected."""
    with TemporaryDirectory(prefix="runbook-") as folder, _only_warnings():
        config = _configuration(shell, Path(folder))
        plugin = FramePlugin(shell, own_files())
        config.plugins["runbook-frame"] = plugin
        try:
            build(config)
        except MkDocsException as error:
            raise fault(shell.config_file, " ".join(str(error).split()), _CURE) from None
        files = dict(_files(Path(folder)))
        if config.theme["favicon"] == FAVICON:
            files.pop(_THEMES_ICON, None)
    search = json.loads(files.pop(_SEARCH_INDEX, b"{}")).get("config", {})
    return Rendered(plugin.frames, tuple(plugin.articles), files, search)


def _configuration(shell: Shell, site_dir: Path) -> MkDocsConfig:
    """The user's configuration, with what every edition needs."""
    raw = read_raw(shell.config_file)
    raw |= {
        "site_name": shell.site_name,
        "site_url": shell.site_url,
        "site_dir": str(site_dir),
        "use_directory_urls": False,
        "theme": theme_settings(raw.get("theme"), shell),
        "plugins": _plugins(raw.get("plugins")),
        "extra": extra_settings(raw.get("extra"), shell),
        "repo_url": None,
        "edit_uri": None,
        "strict": False,
        # Links that Markdown can't resolve may lead to pages made from the plan: `verify` looks.
        "validation": {
            "nav": {"omitted_files": "ignore"},
            "links": dict.fromkeys(_LINK_CHECKS, "ignore"),
        },
    }
    raw.pop("nav", None)
    config = MkDocsConfig(config_file_path=str(shell.config_file))
    config.load_dict(raw)
    errors, _ = config.validate()
    if errors:
        said = "; ".join(f"`{key}`: {error}" for key, error in errors)
        raise fault(shell.config_file, said, _CURE)
    config.site_name = Markup(shell.site_name)  # noqa: S704 - escaped already
    config.nav = navigation(shell.sections)
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(own_files()))
    config.theme.static_templates = set()
    config.theme.get_env = partial(_environment, config.theme.get_env)  # type: ignore[method-assign]
    return config


def _environment(theme: Callable[[], Environment]) -> Environment:
    """The theme's own environment, which names no file that a site can't need."""
    made = theme()
    made.loader = _Templates(made.loader.searchpath)  # type: ignore[union-attr]
    return made


class _Templates(FileSystemLoader):
    """Lists the theme's files without those in hidden folders, which MkDocs never copies: its ten
    thousand icons take longer to list than its frames to make."""

    def list_templates(self) -> list[str]:
        """The paths of the files, from one of the folders."""
        found: set[str] = set()
        for folder in map(Path, self.searchpath):
            for here, folders, files in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {(Path(here) / name).relative_to(folder).as_posix() for name in files}
        return sorted(found)


_LINK_CHECKS = ("not_found", "absolute_links", "unrecognized_links", "anchors")


def theme_settings(given: Any, shell: Shell) -> dict[str, Any]:
    """The theme's settings for an edition: the user's, and what every edition needs."""
    theme = dict(given) if isinstance(given, dict) else {}
    features = theme.get("features") or []
    theme |= {
        "name": "material",
        "language": theme_language(shell.language),
        "font": False,
        # Pages that load one another by script break on `file:` and reload frames that differ.
        "features": [
            *(name for name in features if not str(name).startswith("navigation.instant")),
            *(name for name in ("navigation.sections",) if name not in features),
        ],
    }
    if isinstance(theme.get("palette"), list):
        theme["palette"] = [_named(option, shell) for option in theme["palette"]]
    theme.setdefault("favicon", FAVICON)
    if shell.logo:
        theme["logo"] = shell.logo
    return theme


def _named(option: Any, shell: Shell) -> Any:
    """A choice of colours with its name in the reader's language."""
    if not isinstance(option, dict) or not isinstance(option.get("toggle"), dict):
        return option
    media = str(option.get("media", ""))
    kind = "dark" if "dark" in media else "light" if "light" in media else "automatic"
    name = dict(shell.schemes).get(kind, option["toggle"].get("name"))
    return {**option, "toggle": {**option["toggle"], "name": name}}


def theme_language(tag: str) -> str:
    """The theme's own language for a tag; English where it has none."""
    known = Path(get_theme_dir("material")) / "partials" / "languages"
    tags = (tag, tag.partition("-")[0])
    return next((name for name in tags if (known / f"{name}.html").is_file()), "en")


def _plugins(given: Any) -> list[Any]:
    """The user's plugins without ours, and the theme's search in any case."""
    entries = (
        [{name: options} for name, options in given.items()]
        if isinstance(given, dict)
        else (list(given or []))
    )
    kept = [entry for entry in entries if _name(entry) != "runbook"]
    if not any(_name(entry) in ("search", "material/search") for entry in kept):
        kept.insert(0, "material/search")
    return kept


def _name(entry: Any) -> str:
    return str(next(iter(entry), "")) if isinstance(entry, dict) else str(entry)


def extra_settings(given: Any, shell: Shell) -> dict[str, Any]:
    """The settings that our template blocks read, beside the user's."""
    extra = {k: v for k, v in (given or {}).items() if k not in _NETWORK_EXTRAS}
    # Truthy, so that the theme shows the switch; not a list, because for each `link rel=alternate`
    # the theme's script would ask the network for a site map on every page.
    extra["alternate"] = bool(shell.languages)
    extra["runbook"] = {
        "edition": shell.edition,
        "language": shell.language,
        "up": "../../",
        "own_search": True,
        "languages": [
            {"tag": tag, "name": name, "link": mark(f"link.{tag}")} for tag, name in shell.languages
        ],
        "app": {
            "name": shell.app.name,
            "colour": shell.app.colour,
            "manifest": MANIFEST,
            "apple_icon": APPLE_ICON,
        },
        "pieces": {kind: msgspec.to_builtins(pieces) for kind, pieces in shell.pieces},
    }
    return extra


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            path = file.relative_to(folder).as_posix()
            yield path, without_source_map(path, file.read_bytes())


@contextmanager
def _only_warnings() -> Iterator[None]:
    """Keep the nested builds from saying what the outer one says already."""
    logger = logging.getLogger("mkdocs")
    before = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(before)
