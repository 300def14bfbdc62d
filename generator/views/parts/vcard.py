"""People and desks as vCards (version 3.0, RFC 2426), for a phone's own address book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.contact import Channel
from generator.views.parts.contact import ContactLine
from generator.views.parts.content_line import escaped, folded

CODE_BYTES = 213
"""What a QR code of version 10-M holds: larger ones are hard to read from a card."""

_LONGEST_NAME = 60
_TYPES = {
    Channel.PHONE: "WORK,VOICE",
    Channel.MOBILE: "CELL,VOICE",
    Channel.HOME: "HOME,VOICE",
    Channel.SATELLITE: "VOICE",
    Channel.MESSAGING: "CELL,MSG",
}


class VCard(Struct, frozen=True):
    """Who it is and how to reach them; ``uid`` lets a phone replace an older copy.

    ``person`` cards are filed under the family name, others under the whole name.
    """

    uid: str
    name: str
    organisation: str
    lines: tuple[ContactLine, ...]
    title: str = ""
    note: str = ""
    person: bool = True


def full(card: VCard, words: Locale) -> str:
    """All that this reader may see."""
    lines = [*_who(card, card.name), _line("ORG", card.organisation)]
    if card.title:
        lines.append(_line("TITLE", card.title))
    for number, contact in enumerate(card.lines, 1):
        lines += _contact(contact, number)
    notes = [*_notes(card.lines, words), card.note]
    if any(notes):
        lines.append(_line("NOTE", "\n".join(filter(None, notes))))
    lines += [_line("CATEGORIES", card.organisation), _line("UID", card.uid)]
    return _whole(lines)


def small(card: VCard) -> str:
    """For a QR code: the name, then what fits of organisation, numbers and mail address, in order
    and at least one of them."""
    name = card.name if len(card.name) <= _LONGEST_NAME else card.name[: _LONGEST_NAME - 1] + "…"
    who = list(_who(card, name))
    ways = sorted(card.lines, key=lambda line: not line.dialled)
    own = [line for contact in ways if (line := _short(contact))]
    kept = own[:1]
    for line in [_line("ORG", card.organisation), *own[1:]]:
        if len(_whole([*who, *kept, line]).encode()) <= CODE_BYTES:
            kept.append(line)
    return _whole([*who, *kept])


def revision_note(edition: Edition) -> str:
    """Which plan a card was taken from, so that an old copy on a phone can be told."""
    header = edition.plan.plan
    return f"{header.organisation} · {header.title} · {header.revision}"


def _who(card: VCard, name: str) -> Iterator[str]:
    given, _, family = name.partition(" ")
    filed = (family, given) if card.person and family else (name, "")
    yield f"N:{escaped(filed[0])};{escaped(filed[1])};;;"
    yield _line("FN", name)


def _contact(contact: ContactLine, number: int) -> Iterator[str]:
    """A contact; its own label, if it has one, in the way that phones show it."""
    label = contact.label or contact.app
    group = f"item{number}." if label else ""
    if contact.dialled or contact.digits:
        yield _line(f"{group}TEL;TYPE={_TYPES.get(contact.channel, 'VOICE')}", _dial(contact))
    elif contact.channel is Channel.MAIL:
        yield _line(f"{group}EMAIL;TYPE=INTERNET", contact.shown)
    elif contact.channel is Channel.WEB and contact.uri:
        yield _line(f"{group}URL", contact.uri)
    else:
        return
    if label:
        yield _line(f"{group}X-ABLabel", label.words)


def _short(contact: ContactLine) -> str:
    if contact.dialled or contact.digits:
        kind = _TYPES.get(contact.channel, "VOICE").partition(",")[0]
        return _line(f"TEL;TYPE={kind}", _dial(contact))
    return _line("EMAIL", contact.shown) if contact.channel is Channel.MAIL else ""


def _notes(lines: Iterable[ContactLine], words: Locale) -> Iterator[str]:
    """What no address book has a field for: radio channels, hours, remarks."""
    for line in lines:
        remarks = [str(text) for text in (line.hours, line.note) if text]
        lost = not line.uri
        if lost or remarks:
            label = str(line.label or line.app or words.say(f"channel.{line.channel.value}"))
            yield f"{label}: {' · '.join([line.shown, *remarks])}"


def _dial(contact: ContactLine) -> str:
    """The number to dial; after the comma, a pause, comes the extension."""
    if not contact.dialled:
        return f"+{contact.digits}"
    return contact.uri.removeprefix("tel:").replace(";ext=", ",")


def _line(name: str, value: str) -> str:
    return f"{name}:{escaped(value)}"


def _whole(lines: Iterable[str]) -> str:
    inner = "".join(folded(line) for line in lines)
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\n{inner}END:VCARD\r\n"
