"""The names of all kinds of sheets, for the command line, which needs nothing more of them."""

from __future__ import annotations

from typing import Final

KIND_NAMES: Final = (
    "wallet-cards",
    "action-cards",
    "exit-posters",
    "call-sheets",
    "forms",
    "binder",
)
