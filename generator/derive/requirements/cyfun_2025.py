"""CyberFundamentals 2025 (Belgium): the controls that ask for plans, criteria and contacts."""

from __future__ import annotations

from generator.derive.requirements.demands import ends, every, reviewed_yearly, some, starts
from generator.derive.requirements.requirement import Standard

CYFUN_2025 = Standard.of(
    "cyfun-2025",
    {
        "GV.SC-07.2": (
            some("supplier"),
            every("supplier", lambda s: s.primary and s.primary.contacts),
            every("supplier", lambda s: s.secondary and s.secondary.contacts),
        ),
        "ID.IM-04.1": (some("plan"), reviewed_yearly),
        "RS.MA-05.1": (some("criterion"), every("scenario", starts)),
        "RC.RP-06.1": (every("scenario", ends),),
    },
)
