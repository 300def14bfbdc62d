"""How templates of articles become code: as Jinja does it, without what none of ours needs.

A template says what a frozen view holds. So a name after a point is an attribute, a call is a call
(nothing wants the context passed), and what is put out is joined at once, so that no wrapper has
to tell that it is escaped. That takes a third of an article's time away.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup, escape

try:
    # What `escape` calls, without the wrapper that says so: nothing looks at it any more.
    from markupsafe._speedups import _escape_inner as _escaped
except ImportError:
    _escaped = escape

VERSION = "lean1"
"""Part of the name of kept code: raise it when templates become other code."""


def shown(value: Any) -> str:
    """What stands in the HTML for a value: escaped, unless it is HTML already."""
    if value.__class__ is Markup:
        return value
    return _escaped(value) if value.__class__ is str else escape(value)


def macro(name: str, names: Sequence[str], body: Callable[..., str]) -> Callable[..., Markup]:
    """A template's macro as a function; ``names`` are those of what it takes."""
    count = len(names)

    def made(*given: Any, **named: Any) -> Markup:
        if named or len(given) != count:
            given = _in_order(name, names, given, named)
        return str.__new__(Markup, body(*given))

    return made


def _in_order(
    name: str, names: Sequence[str], given: Sequence[Any], named: Mapping[str, Any]
) -> tuple[Any, ...]:
    """What a macro is given, in the order of its names; ``missing`` where it has to help itself."""
    left = names[len(given) :]
    if len(given) > len(names) or not named.keys() <= set(left):
        raise TypeError(f"macro {name!r} takes {', '.join(names) or 'nothing'}")
    return (*given, *(named.get(one, missing) for one in left))


class Lean(CodeGenerator):
    """Makes the code of templates that only show frozen values, all of them escaped."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """The whole template; it finds the functions above by their names."""
        self.writeline(f"from {__name__} import macro as made_of, shown")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """An attribute."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A call; lists of arguments that are only known when it happens are left to Jinja."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for one in (*node.args, *node.kwargs):
            self.visit(one, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro; one that takes more than it names is left to Jinja."""
        names = tuple(one.name for one in macro_ref.node.args)
        more = macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller
        if more or "caller" in names or not _escapes(frame):
            super().macro_def(macro_ref, frame)
            return
        name = getattr(macro_ref.node, "name", "caller")
        self.write(f"made_of({name!r}, {names!r}, macro)")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if finalize.src is not None or not _escapes(frame):
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("shown(")


def _escapes(frame: Frame) -> bool:
    """Whether what stands here is escaped in any case."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile
