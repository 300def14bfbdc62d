"""The command `runbook` with the seal left out, so that its part in a build can be told.

Run it as a file (with ``-P``, as modules beside it are called like libraries), in the folder of a
`mkdocs.yml`, with the command's own arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.cli import main
from generator.site import ready


def leave_out() -> None:
    """Nothing is read for the seal, and nothing sealed."""
    from generator.seal import Reading, Sealed
    from generator.site import publishing

    vars(publishing)["read_files"] = lambda _: Reading()
    vars(publishing)["_sealed"] = lambda *_: Sealed({}, {}, frozenset())


def _then_leave_out(begin: Callable[..., Any]) -> Callable[..., Any]:
    """The command loads its modules when it has begun to read, so that they can't be changed
    before that without costing it time and memory."""

    def begun(*arguments: Any, **more: Any) -> Any:
        waiting = begin(*arguments, **more)
        leave_out()
        return waiting

    return begun


if __name__ == "__main__":
    ready.ready_beside = _then_leave_out(ready.ready_beside)
    main()
