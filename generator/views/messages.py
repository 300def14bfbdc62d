"""Messages: prepared texts with their blanks, who sends them, and who must agree first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from msgspec import Struct

from generator.editions import Edition
from generator.locales import Locale
from generator.model.duration import Duration
from generator.model.message import Message, Slot
from generator.model.text import Name, Text
from generator.views.page import Address, Entry, Heading, Link, Page
from generator.views.parts.backlinks import Backlinks
from generator.views.parts.index import Index
from generator.views.parts.people import RoleCard, card_of
from generator.views.parts.search import plain

_BLANK = re.compile(r"\{([^{}\n]{1,60})\}")
_LONGEST_URI = 1900
_LONGEST_SMS = 480
"""Three text messages: more is not what the channel is for."""


class Row(Struct, frozen=True):
    """One message in the list."""

    link: Link
    to: Text | None
    channel: Text | None
    deadline: Duration | None


class MessageView(Struct, frozen=True):
    """Everything about one message.

    ``text`` has each blank in braces by its label, ``plain`` in square brackets, ready to copy;
    ``mail`` and ``sms`` open it in the phone's own programs, empty where it is too long for that.
    """

    to: Text | None
    channel: Text | None
    deadline: Duration | None
    sender: RoleCard | None
    approver: RoleCard | None
    text: Text
    plain: str
    slots: tuple[Slot, ...]
    mail: str
    sms: str
    used_in: tuple[Link, ...]


def pages(edition: Edition, words: Locale) -> Iterator[Page]:
    """The list of messages, the most urgent first, and a page for each."""
    messages = edition.plan.messages
    if not messages:
        return
    back = Backlinks(Index(edition))
    title = words.say("kind.messages")
    view = tuple(_row(message) for message in sorted(messages, key=_urgency))
    yield Page(Address("messages"), Name.of(title), "messages", view, entries=(Entry(title),))
    for message in messages:
        yield _page(message, back, words)


def _urgency(message: Message) -> tuple[bool, int]:
    deadline = message.deadline
    return deadline is None, deadline.seconds if deadline else 0


def _row(message: Message) -> Row:
    link = Link(Address("messages", message.id), message.title)
    return Row(link, message.to, message.channel, message.deadline)


def _page(message: Message, back: Backlinks, words: Locale) -> Page:
    view = _view(message, back)
    return Page(
        Address("messages", message.id),
        message.title,
        "message",
        view,
        headings=tuple(_headings(view, words)),
        entries=(Entry(message.title.words, plain(view.to, view.channel, view.plain)),),
        aliases=message.aliases,
        summary=plain(view.to),
    )


def _view(message: Message, back: Backlinks) -> MessageView:
    labels = {slot.id: slot.label.words for slot in message.slots}
    copied = _filled(message.text.words, labels, "[{}]")
    return MessageView(
        message.to,
        message.channel,
        message.deadline,
        card_of(message.sender, back.index),
        card_of(message.approver, back.index),
        _labelled(message.text, labels),
        copied,
        message.slots,
        _mail(message.title.words, copied),
        _sms(copied),
        back.scenarios_of_messages.get(message.id, ()),
    )


def _labelled(text: Text, labels: Mapping[str, str]) -> Text:
    return Text(((text.language, _filled(text.words, labels, "{{{}}}")),))


def _filled(words: str, labels: Mapping[str, str], form: str) -> str:
    """Each blank by its label in the given form; what only looks like a blank stays."""

    def blank(found: re.Match[str]) -> str:
        label = labels.get(found[1])
        return form.format(re.sub(r"[{}]", "", label)) if label else found[0]

    return _BLANK.sub(blank, words)


def _mail(subject: str, body: str) -> str:
    """RFC 6068: every sign that isn't a letter or digit in percent form, line ends as CRLF."""
    lines = "\r\n".join(body.splitlines())
    uri = f"mailto:?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
    return uri if len(uri) <= _LONGEST_URI else ""


def _sms(body: str) -> str:
    """With no number; `?&` is what both kinds of phone understand."""
    if len(body) > _LONGEST_SMS:
        return ""
    return f"sms:?&body={quote(chr(10).join(body.splitlines()), safe='')}"


def _headings(view: MessageView, words: Locale) -> Iterator[Heading]:
    yield Heading("text", words.say("messages.text"))
    if view.slots:
        yield Heading("blanks", words.say("messages.blanks"))
    yield Heading("copy", words.say("messages.copy"))
    if view.used_in:
        yield Heading("used-in", words.say("messages.used_in"))
