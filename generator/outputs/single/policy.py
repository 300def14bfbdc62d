"""The Content-Security-Policy of the file: its own style and script, pictures within, no more."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256


def policy(style: str, script: str) -> str:
    """The policy, for ``<meta>``: these texts, by their hash, and nothing from anywhere."""
    return (
        "default-src 'none'; img-src data:; "
        f"style-src {_source(style)}; script-src {_source(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
