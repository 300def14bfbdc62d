"""Plans and tables for the tests of import and export."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from generator.exchange.exporting import opened
from generator.exchange.sheet import Sheet
from generator.exchange.tables import sheets

HEADER = {
    "id": "example",
    "organisation": "Example",
    "title": "Plan",
    "revision": "1",
    "country": "BE",
    "languages": ["en", "nl"],
    "audiences": [{"id": "all", "title": "All"}, {"id": "team", "title": "Team"}],
}


def plan_file(folder: Path, **topics: Any) -> Path:
    """A plan of one file, in lines of its own."""
    path = folder / "plan.yml"
    text = yaml.safe_dump(
        {"format": "1", "plan": HEADER, **topics}, allow_unicode=True, sort_keys=False
    )
    path.write_text(text, "utf-8")
    return path


def table(plan: Path, topic: str, language: str | None = None) -> Sheet:
    """The topic as the most closed audience gets it."""
    edition = opened(plan, "team", language)
    found = (sheet for sheet in sheets(edition) if sheet.name == topic)
    return next(found, Sheet(topic, (), ()))


# Letters of several scripts, and all that YAML, CSV and spreadsheets find special. Spaces around a
# text are nobody's intention.
SIGNS = "abNyÉßłΩ李😀0179  '\"=+-@:#{}[],&*!|>%`~\\/\n_x.;\t\u00a0\u2028"
words = st.text(SIGNS, min_size=1, max_size=12).map(lambda text: text.strip() or "x")
days = st.dates().map(lambda day: day.isoformat())
texts = st.one_of(
    words, st.fixed_dictionaries({"en": words, "nl": words}), st.fixed_dictionaries({"nl": words})
)
contacts = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["phone", "mobile", "home", "mail", "radio", "messaging"]),
        "value": st.one_of(
            words, st.integers(0, 9999).map(lambda n: f"+33 1 99 00 {n // 100:02} {n % 100:02}")
        ),
    },
    optional={
        "label": texts,
        "app": words,
        "hours": texts,
        "verified": days,
        "note": texts,
        "audience": st.sampled_from(["all", "team"]),
    },
)
ways = st.lists(contacts, min_size=1, max_size=4)
people = st.fixed_dictionaries(
    {"name": words},
    optional={
        "title": texts,
        "left": days,
        "languages": st.lists(st.sampled_from(["nl", "fr", "en"]), min_size=1, max_size=3),
        "audience": st.sampled_from(["all", "team"]),
        "contacts": ways,
    },
)
desks = st.fixed_dictionaries({"name": words}, optional={"contacts": ways})
stages = st.fixed_dictionaries(
    {"after": st.sampled_from(["1h", "90 min", "2 days"]), "to": texts},
    optional={"contacts": ways},
)
suppliers = st.fixed_dictionaries(
    {"name": texts, "supplies": texts},
    optional={
        "contract": words,
        "agreed": texts,
        "recovery": st.sampled_from(["4h", "1 h 30 min", "0", "2 weken"]),
        "primary": desks,
        "secondary": desks,
        "escalation": st.lists(stages, min_size=1, max_size=2),
    },
)


def numbered(things: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The things with ids."""
    return [{"id": f"thing-{number}", **thing} for number, thing in enumerate(things)]
