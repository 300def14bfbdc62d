"""Things of a plan, as its files write them, for tests of what depends on what."""

from __future__ import annotations

from typing import Any


def thing(id_: str, *on: Any, **fields: Any) -> dict[str, Any]:
    said = [{"on": one} if isinstance(one, str) else one for one in on]
    return {"id": id_, "name": id_, "dependencies": said, **fields}


def named(id_: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "name": id_, **fields}


def role(id_: str, holder: str | None, *alternates: str) -> dict[str, Any]:
    return {"id": id_, "title": id_, "holder": holder, "alternates": alternates}


def accepted(id_: str) -> dict[str, str]:
    return {"on": id_, "decision": "accepted", "why": "There is no other."}


def mitigated(id_: str) -> dict[str, str]:
    return {"on": id_, "decision": "mitigated", "why": "There is a spare."}
