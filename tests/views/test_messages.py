"""The pages of messages: blanks, and what opens in other programs."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from generator.views.messages import MessageView
from tests.views.view_of import html_of, pages_of

SLOTS = [{"id": "what", "label": "What {now}", "example": "Fire"}]


def plan(text: str, **more: Any) -> dict[str, Any]:
    """A plan with one message."""
    message = {"id": "alert", "title": "Alert & all", "text": text, "slots": SLOTS, **more}
    return {"messages": [message]}


def view(text: str, **more: Any) -> MessageView:
    """The view of the message."""
    found = pages_of(**plan(text, **more))["messages/alert.html"].view
    assert isinstance(found, MessageView)
    return found


def test_blanks_are_named_by_their_labels() -> None:
    found = view("{what} at {noon}. {what}!")
    assert found.plain == "[What now] at {noon}. [What now]!"
    html = html_of("messages/alert.html", **plan("{what} at HQ."))
    assert '<span class="rb-blank">What now</span> at HQ.' in html
    assert "Example: Fire" in html


def test_mail_and_text_message_carry_every_sign() -> None:
    text = "100% & more?\nZoë: #1 +2 <b>"
    found = view(text)
    mail = parse_qs(urlsplit(found.mail).query)
    assert mail == {"subject": ["Alert & all"], "body": [text.replace("\n", "\r\n")]}
    assert parse_qs(urlsplit(found.sms).query)["body"] == [text]
    assert "+" not in found.mail
    assert "&lt;b&gt;" in html_of("messages/alert.html", **plan(text))


def test_what_is_too_long_for_a_link_has_none() -> None:
    assert view("x" * 500).sms == ""
    assert view("x" * 500).mail != ""
    assert view("é" * 500).mail == ""
    html = html_of("messages/alert.html", **plan("é" * 500))
    assert "mailto:" not in html
    assert "é" * 500 in html


def test_the_approver_is_ready_to_call() -> None:
    phone = {"kind": "phone", "value": "+33 1 99 00 00 01"}
    roles = [{"id": "lead", "title": "Lead", "contacts": [phone]}]
    html = html_of("messages/alert.html", **plan("Go home.", approver="lead"), roles=roles)
    assert 'href="tel:+33199000001"' in html
    assert "Approved by" in html


def test_the_most_urgent_message_stands_first() -> None:
    texts = [("late", "2h"), ("never", None), ("soon", "10 min")]
    messages = [{"id": i, "title": i, "text": "x", "deadline": within} for i, within in texts]
    rows = pages_of(messages=messages)["messages/index.html"].view
    assert [row.link.address.id for row in rows] == ["soon", "late", "never"]
