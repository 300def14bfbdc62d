"""Lean code of templates says what Jinja's own says."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.outputs.article import TEMPLATES
from generator.outputs.lean import Lean

_VIEW = SimpleNamespace(
    name="<b>R&D</b>",
    html=Markup("<i>x</i>"),
    number=3,
    none=None,
    found=True,
    rows=[SimpleNamespace(id="a'b", words='"q"'), SimpleNamespace(id="c", words="")],
    add=lambda one, two=1: one + two,
)

_SAME = {
    "escaped": "{{ view.name }} {{ view.html }} {{ view.number }} {{ view.none }} {{ view.found }}",
    "loop": "{% for r in view.rows %}{{ loop.index }}{{ r.id }}{{ r.words or '-' }}{% endfor %}",
    "call": "{{ view.add(1) }} {{ view.add(1, two=4) }} {{ view.add(*[1, 2]) }}",
    "of what is made": "{{ (view.none or view).name }} {{ ('a' ~ view.name).upper() }}",
    "keyword": "{{ view.rows[0].id }} {{ view.rows | map(attribute='id') | join(',') }}",
    "macro": "{% macro m(a, b='<', c='') %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}"
    "{{ m(1) }}{{ m(1, c=view.name) }}{{ m(c=1, a=view.html) }}{{ m(1, 2, 3) }}",
    "macro in macro": "{% macro i(x) %}<u>{{ x }}</u>{% endmacro %}"
    "{% macro o(x) %}{{ i(x) }}{{ i(i(x)) }}{% endmacro %}{{ o('<') }}",
    "caller": "{% macro box(t) %}<p>{{ t }}{{ caller(view.name) }}</p>{% endmacro %}"
    "{% call(x) box('<') %}{{ x }}{% endcall %}",
    "more": "{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, k='<') }}",
    "unescaped": "{% autoescape false %}{% macro m(a) %}{{ a }}{% endmacro %}{{ m(view.name) }}"
    "{{ view.name }}{% endautoescape %}",
    "imported": "{% import 'parts' as parts %}{{ parts.shout(view.name) }}",
}

_PARTS = "{% macro shout(x) %}{{ x }}!{% endmacro %}"


def _environment(*, lean: bool, **templates: str) -> Environment:
    made = Environment(
        loader=DictLoader({"parts": _PARTS, **templates}),
        autoescape=True,
        undefined=StrictUndefined,
    )
    if lean:
        made.code_generator_class = Lean
    return made


def _said(text: str, *, lean: bool, **names: Any) -> str:
    return _environment(lean=lean, x=text).get_template("x").render(view=_VIEW, **names)


@pytest.mark.parametrize("text", _SAME.values(), ids=_SAME)
def test_says_the_same(text: str) -> None:
    usual = _said(text, lean=False)
    assert usual
    assert _said(text, lean=True) == usual


@pytest.mark.parametrize(
    "text",
    [
        "{{ view.nothing }}",
        "{{ nothing }}",
        "{{ nothing.at_all }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, b=2) }}",
    ],
)
def test_refuses_what_jinja_refuses(text: str) -> None:
    for lean in (False, True):
        with pytest.raises((UndefinedError, TypeError, AttributeError)):
            _said(text, lean=lean)


def test_our_templates_need_no_look_at_what_is_there() -> None:
    """Each of them becomes lean code: no name after a point, no call and no output goes by way of
    Jinja's own search."""
    seen = 0
    environment = _environment(lean=True)
    for file in sorted(TEMPLATES.rglob("*.html")):
        if "single" in file.parts:
            continue
        code = environment.compile(file.read_text("utf-8"), raw=True)
        assert "environment.getattr(" not in code, file
        assert "context.call(" not in code, file
        seen += code.count("shown(")
    assert seen > 500
