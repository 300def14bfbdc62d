"""Compiled templates are kept, never stale, and not needed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.outputs.compiled import Compiled, beside, settings_of


def _made(folder: Path, cache: Path | None = None) -> str:
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        bytecode_cache=Compiled(cache or beside(folder)),
    )
    return environment.get_template("x.html").render(name="<b>")


@pytest.fixture(autouse=True)
def _writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def test_code_is_kept_until_the_template_changes(tmp_path: Path) -> None:
    template = tmp_path / "x.html"
    template.write_text("1 {{ name }}")
    assert _made(tmp_path) == "1 &lt;b&gt;"
    (kept,) = (tmp_path / "__pycache__").iterdir()
    code = kept.read_bytes()
    assert _made(tmp_path) == "1 &lt;b&gt;"
    assert kept.read_bytes() == code
    template.write_text("2 {{ name }}")
    assert _made(tmp_path) == "2 &lt;b&gt;"
    assert kept.read_bytes() != code


def test_half_a_file_and_no_folder_only_cost_time(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("1 {{ name }}")
    _made(tmp_path)
    (kept,) = (tmp_path / "__pycache__").iterdir()
    kept.write_bytes(kept.read_bytes()[:40])
    assert _made(tmp_path) == "1 &lt;b&gt;"
    assert _made(tmp_path, tmp_path / "not" / "there") == "1 &lt;b&gt;"


def test_nothing_is_kept_where_python_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "x.html").write_text("1 {{ name }}")
    _made(tmp_path)
    assert not (tmp_path / "__pycache__").exists()


def test_settings_that_compile_differently_are_kept_apart(tmp_path: Path) -> None:
    plain = settings_of(Environment())
    assert plain == settings_of(Environment(loader=FileSystemLoader(tmp_path)))
    assert plain != settings_of(Environment(trim_blocks=True))
    assert plain != settings_of(Environment(extensions=["jinja2.ext.do"]))
