"""Directive (EU) 2022/2555 (NIS2), article 23: reports to the CSIRT or the authority."""

from __future__ import annotations

from generator.derive.requirements.demands import duties
from generator.derive.requirements.requirement import Standard
from generator.model.duration import DAY, HOUR, Duration

_LAW = r"nis[ -]?2|2022/2555"
_EARLY, _NOTIFICATION, _FINAL = Duration(24 * HOUR), Duration(72 * HOUR), Duration(31 * DAY)

NIS2 = Standard.of(
    "nis2",
    {
        "art. 23(4)(a)": (duties(_LAW, _EARLY),),
        "art. 23(4)(b)": (duties(_LAW, _NOTIFICATION, more_than=_EARLY),),
        "art. 23(4)(d)": (duties(_LAW, _FINAL, more_than=_NOTIFICATION),),
    },
)
