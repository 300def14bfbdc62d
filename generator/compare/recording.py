"""What changed between two plans, as an entry for the plan's own `revisions:`.

Each line is told to the most open audience that sees the change, because both plans are projected
to one audience after the other: what an audience can't see, it can't see change.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from generator.compare.change import Change, Difference
from generator.compare.parts import title_of
from generator.compare.plans import changes
from generator.editions import audiences, project
from generator.locales import Locale, locale
from generator.model import Plan
from generator.model.header import Audience
from generator.model.kinds import COLLECTIONS, by_id
from generator.problems import without_contacts
from generator.visibility import Visibility

_UNTOLD = frozenset({"format", "revisions"})
_WITHOUT_PAGE = frozenset({"block"})
_OWN_WORDS = {
    "plan": "status.evidence.edition",
    "programme": "kind.programme",
    "synonyms": "revisions.synonyms",
    "block": "revisions.block",
}
"""What is said for kinds that are no kind of evidence."""


class Told(Struct, frozen=True):
    """A change and the rank of the audience it is told to; its name by language."""

    change: Change
    rank: int
    names: Mapping[str, str]


def entry(old: Plan, new: Plan, today: date) -> str:
    """The entry as YAML, which is a file of the plan by itself. What is other in each thing stands
    in comments, for whoever puts it in words; contacts are never repeated.

    ``today`` stands for the day of approval where the new plan has none.
    """
    told = tuple(_told(old, new))
    if not told:
        return "# Nothing changed.\n"
    return "\n".join(_lines(told, new, today)) + "\n"


def _as_judged_now(old: Plan, new: Plan) -> Plan:
    """The old plan with the new one's audiences, so that both are shown to the same readers, and
    with its days, which every revision changes."""
    kept = ("audiences", "default_audience", "contact_rules", "revision", "issued", "review_by")
    header = replace(old.plan, **{name: getattr(new.plan, name) for name in kept})
    return replace(old, plan=header)


def _told(old: Plan, new: Plan) -> Iterator[Told]:
    """Each change where it is first seen, from the most open audience to the most closed."""
    seen: dict[tuple[str, str, Difference], set[str]] = {}
    judged = _as_judged_now(old, new)
    for rank, audience in enumerate(audiences(new)):
        for change, names in _seen_by(audience, judged, new):
            honest = _honest(change, audience, old, new)
            if honest is None:
                continue
            key = (honest.kind, honest.id, honest.difference)
            fresh = tuple(d for d in honest.details if d not in seen.get(key, ()))
            if key not in seen or fresh:
                seen.setdefault(key, set()).update(fresh)
                yield Told(replace(honest, details=fresh), rank, names)


def _seen_by(
    audience: Audience, old: Plan, new: Plan
) -> Iterator[tuple[Change, Mapping[str, str]]]:
    """What an audience sees change, in the first language in which it does."""
    tongues = new.plan.languages
    shown = {
        tongue: (project(old, audience, tongue).plan, project(new, audience, tongue).plan)
        for tongue in tongues
    }
    done = set()
    for before, after in shown.values():
        for change in changes(before, after):
            key = (change.kind, change.id, change.difference)
            if change.kind in _UNTOLD or key in done:
                continue
            done.add(key)
            gone = change.difference is Difference.REMOVED
            yield change, {t: _name(change, pair[0 if gone else 1]) for t, pair in shown.items()}


def _honest(change: Change, audience: Audience, old: Plan, new: Plan) -> Change | None:
    """The change without what only moved between audiences.

    What became visible to this one is no new thing. What became closed to it isn't told; nor is
    what went without this audience ever having seen it, by the old plan's own rules.
    """
    if change.kind not in COLLECTIONS:
        return change
    if change.difference is Difference.ADDED and change.id in by_id(old, change.kind):
        return replace(
            change, difference=Difference.CHANGED, details=(f"`{audience.id}` sees it now",)
        )
    if change.difference is not Difference.REMOVED:
        return change
    told = change.id not in by_id(new, change.kind) and _saw(audience, change, old, new)
    return change if told else None


def _saw(audience: Audience, change: Change, old: Plan, new: Plan) -> bool:
    if audience == audiences(new)[-1]:
        return True
    known = next((one for one in audiences(old) if one.id == audience.id), None)
    if known is None:
        return False
    return change.id in by_id(project(old, known, old.plan.languages[0]).plan, change.kind)


def _name(change: Change, plan: Plan) -> str:
    if change.kind not in COLLECTIONS:
        return ""
    thing = by_id(plan, change.kind).get(change.id)
    return title_of(thing) if thing is not None else change.name


def _lines(told: tuple[Told, ...], new: Plan, today: date) -> Iterator[str]:
    header, groups = new.plan, audiences(new)
    default = Visibility(new).default
    whole = min(default, *(one.rank for one in told))
    yield "revisions:"
    yield f"  - revision: {_quoted(header.revision)}"
    if header.issued:
        yield f"    approved: {header.issued}"
    else:
        yield f"    approved: {today}  # the day of approval"
    yield "    # approved_by: the id of the role that approved it"
    yield "    # summary: why there is a new revision, in a sentence"
    if whole != default:
        yield f"    audience: {groups[whole].id}"
    yield "    changes:"
    for one in told:
        yield f"      - text: {_text(one, header.languages)}"
        if _has_page(one.change, new):
            yield f"        about: [{one.change.id}]"
        if one.rank != whole:
            yield f"        audience: {groups[one.rank].id}"
        yield from (f"        # {_comment(detail)}" for detail in one.change.details)


def _text(one: Told, languages: tuple[str, ...]) -> str:
    said = {tongue: _said(one, one.names[tongue], locale(tongue)) for tongue in languages}
    if len(said) == 1:
        return _quoted(*said.values())
    return "{" + ", ".join(f"{tongue}: {_quoted(words)}" for tongue, words in said.items()) + "}"


def _said(one: Told, name: str, words: Locale) -> str:
    change = one.change
    kind = words.say(_OWN_WORDS.get(change.kind, f"status.evidence.{change.kind}"))
    if not change.id:
        return words.say("revisions.whole", name=kind)
    return words.say(f"revisions.{change.difference}", name=" ".join(name.split()), kind=kind)


def _has_page(change: Change, new: Plan) -> bool:
    """True if its id leads to a page of its own, and to no other thing's."""
    if not change.id or change.kind in _WITHOUT_PAGE or change.difference is Difference.REMOVED:
        return False
    return [kind for kind in COLLECTIONS if change.id in by_id(new, kind)] == [change.kind]


def _comment(detail: str) -> str:
    return without_contacts(" ".join(detail.split()))


def _quoted(words: str) -> str:
    """A YAML text in double quotes, on one line."""
    return json.dumps(words, ensure_ascii=False)
