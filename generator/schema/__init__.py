"""The JSON Schema of a plan's files, made from the model."""

from __future__ import annotations

import json
from typing import Any

from generator.model import Plan

IDENTIFIER = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> dict[str, Any]:
    """The schema of one file: any topic may stand in any file, so none is required.

    The loader reads every scalar as text, so wherever it reads a text an editor must accept an
    unquoted number or boolean too.
    """
    schema = Plan.model_json_schema(by_alias=True)
    schema.pop("required", None)
    _accept_scalars(schema)
    return {"$schema": IDENTIFIER, **schema}


def plan_schema_text() -> str:
    """The schema as it is committed and printed."""
    return json.dumps(plan_schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _accept_scalars(node: Any) -> None:
    if isinstance(node, dict):
        if node.get("type") == "string" and "enum" not in node:
            node["type"] = ["string", "number", "boolean"]
        for key, value in node.items():
            if key not in ("examples", "default"):
                _accept_scalars(value)
    elif isinstance(node, list):
        for value in node:
            _accept_scalars(value)
