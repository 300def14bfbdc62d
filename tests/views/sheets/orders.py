"""Orders for sheets of small plans, as everyone reads them."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.editions import audiences
from generator.views.sheets.sheet import Order
from tests.plan_builder import make_plan

URL = "https://plan.example/"


def order_of(language: str = "en", url: str | None = URL, **changes: Any) -> Order:
    """The order for the first audience of a small plan."""
    plan = make_plan(**changes)
    return Order(plan, audiences(plan)[0], language, date(2026, 11, 22), url)
