"""Address books, read back by a reader written here from RFC 2426."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from generator.editions import audiences, project
from generator.locales import locale
from generator.model.contact import Channel
from generator.model.text import Text
from generator.outputs import vcard
from generator.outputs.matrix import drawn
from generator.views.parts.contact import ContactLine
from generator.views.parts.vcard import CODE_BYTES, VCard, full, small
from tests.outputs.test_codes import pixels
from tests.plan_builder import make_plan

WORDS = locale("en")


def read(text: str) -> list[tuple[str, str]]:
    """Names (with parameters) and values of one or more cards; checks line ends and folding."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    pairs = [line.partition(":")[::2] for line in lines]
    return [(name, re.sub(r"\\(.)", _plain, value)) for name, value in pairs]


def _plain(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def phone(number: str, channel: Channel = Channel.MOBILE, **more: Any) -> ContactLine:
    """A number as a page shows it."""
    return ContactLine(channel, number, f"tel:{number}", **more)


def card(*lines: ContactLine, name: str = "Noor Verhaegen") -> VCard:
    """A person's card."""
    return VCard("example-person-noor", name, "Harbour & Co", lines, "Engineer", "Plan 7")


def test_a_card_says_all_that_the_reader_may_see() -> None:
    text = full(
        card(
            phone("+33199001234"),
            phone("+33199001235;ext=12", Channel.PHONE, label=Text.of("Desk; night, day")),
            phone("+33199001236", Channel.MESSAGING, app=Text.of("Signal")),
            ContactLine(Channel.MAIL, "noor@harbour.example", "mailto:noor@harbour.example"),
            ContactLine(Channel.RADIO, "Channel 3", "", note=Text.of("Red handset")),
        ),
        WORDS,
    )
    assert read(text) == [
        ("BEGIN", "VCARD"),
        ("VERSION", "3.0"),
        ("N", "Verhaegen;Noor;;;"),
        ("FN", "Noor Verhaegen"),
        ("ORG", "Harbour & Co"),
        ("TITLE", "Engineer"),
        ("TEL;TYPE=CELL,VOICE", "+33199001234"),
        ("item2.TEL;TYPE=WORK,VOICE", "+33199001235,12"),
        ("item2.X-ABLabel", "Desk; night, day"),
        ("item3.TEL;TYPE=CELL,MSG", "+33199001236"),
        ("item3.X-ABLabel", "Signal"),
        ("EMAIL;TYPE=INTERNET", "noor@harbour.example"),
        ("NOTE", "Radio: Channel 3 · Red handset\nPlan 7"),
        ("CATEGORIES", "Harbour & Co"),
        ("UID", "example-person-noor"),
        ("END", "VCARD"),
    ]
    assert r"item2.X-ABLabel:Desk\; night\, day" in text


@given(st.text(min_size=1).filter(str.strip))
def test_any_name_comes_back_whole(name: str) -> None:
    found = dict(read(full(card(phone("112"), name=name), WORDS)))
    assert found["FN"] == re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", " ", _lines(name))
    assert set(found) == set(dict(read(full(card(phone("112")), WORDS))))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def test_the_small_card_fits_a_code_that_reads_back() -> None:
    many = [phone(f"+3319900{n:04}") for n in range(9)]
    text = small(card(*many, name="Wilhelmina-Charlotte Van den Broeck-Vandenberghe"))
    assert len(text.encode()) <= CODE_BYTES
    (found,) = zxingcpp.read_barcodes(pixels(drawn(text)))
    assert found.bytes.decode() == text
    assert ("TEL;TYPE=CELL", "+33199000000") in read(text)


def test_the_small_card_keeps_a_number_whatever_the_name() -> None:
    text = small(card(phone("+33199001234"), name="Ж" * 500))
    assert len(text.encode()) < 2 * CODE_BYTES
    assert ("TEL;TYPE=CELL", "+33199001234") in read(text)


def test_numbers_come_before_mail_in_the_small_card() -> None:
    mail = ContactLine(Channel.MAIL, "noor@harbour.example", "mailto:noor@harbour.example")
    names = [name for name, _ in read(small(card(mail, phone("+33199001234"))))]
    assert names.index("TEL;TYPE=CELL") < names.index("EMAIL")


def contact(value: str, **more: Any) -> dict[str, Any]:
    """A contact as a plan writes it."""
    return {"kind": "phone", "value": value, **more}


def test_files_are_by_group_and_hold_only_what_the_reader_may_see() -> None:
    plan = make_plan(
        header={"audiences": [{"id": "all", "title": "All"}, {"id": "team", "title": "Team"}]},
        people=[
            {
                "id": "an",
                "name": "An",
                "unit": "office",
                "audience": "all",
                "contacts": [
                    contact("+33 1 99 00 00 01"),
                    contact("+33 1 99 00 00 02", audience="team"),
                ],
            },
            {"id": "bo", "name": "Bo", "audience": "all", "contacts": [contact("+33199000003")]},
            {"id": "cy", "name": "Cy", "unit": "office", "audience": "all"},
        ],
        units=[{"id": "office", "name": "Office", "audience": "all"}],
        roles=[{"id": "lead", "title": "Lead", "holder": "an", "audience": "all"}],
    )
    edition = project(plan, audiences(plan)[0], "en")
    found = {file.path: file.content.decode() for file in vcard.files(edition, WORDS, Path())}
    names = {
        path: [value for name, value in read(text) if name == "FN"] for path, text in found.items()
    }
    assert names == {
        "roles/index.vcf": ["Lead"],
        "contacts/office.vcf": ["An"],
        "contacts/everyone.vcf": ["Bo"],
        "contacts/index.vcf": ["Lead", "An", "Bo"],
    }
    assert "+33199000001" in found["contacts/index.vcf"]
    assert "+33199000002" not in "".join(found.values())
    uids = Counter(value for name, value in read(found["contacts/index.vcf"]) if name == "UID")
    assert set(uids.values()) == {1}
