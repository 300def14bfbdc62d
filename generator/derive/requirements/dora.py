"""Regulation (EU) 2022/2554 (DORA): tests (art. 11) and reports of major incidents (art. 19)."""

from __future__ import annotations

from generator.derive.requirements.demands import YEAR, duties, held
from generator.derive.requirements.requirement import Standard
from generator.model.duration import DAY, HOUR, Duration

_LAW = r"\bdora\b|2022/2554"
_CLASSIFIED, _AWARE = Duration(4 * HOUR), Duration(24 * HOUR)
_INTERMEDIATE, _FINAL = Duration(72 * HOUR), Duration(31 * DAY)

DORA = Standard.of(
    "dora",
    {
        "art. 11(6)(a)": (held("exercise", lambda e: e.plans, within=YEAR),),
        "art. 11(6)(b)": (
            held("exercise", lambda e: e.call_trees or e.type == "call-tree", within=YEAR),
        ),
        "art. 19(4)(a)": (duties(_LAW, _CLASSIFIED), duties(_LAW, _AWARE)),
        "art. 19(4)(b)": (duties(_LAW, _INTERMEDIATE, more_than=_AWARE),),
        "art. 19(4)(c)": (duties(_LAW, _FINAL, more_than=_INTERMEDIATE),),
    },
)
