"""Phone numbers: as people read them, and as phones dial them (E.164, RFC 3966)."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

import phonenumbers
from msgspec import Struct

_SHORT_CODE = re.compile(r"[0-9*#]{2,6}")


class PhoneNumber(Struct, frozen=True):
    """``shown`` for people, ``uri`` (``tel:…``) for a link, ``digits`` to search by."""

    shown: str
    uri: str
    digits: str


@lru_cache(maxsize=20_000)
def phone_number(value: str, country: str | None) -> PhoneNumber | None:
    """Read a number as written; None if it can't be dialled.

    ``country`` (ISO 3166) is that of numbers without a country code. Short codes such as 112 are
    no E.164 numbers and stay as they are.
    """
    compact = re.sub(r"[\s./()-]", "", value)
    if _SHORT_CODE.fullmatch(compact):
        return PhoneNumber(compact, f"tel:{quote(compact, safe='*')}", compact)
    try:
        number = phonenumbers.parse(value, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    extension = f";ext={number.extension}" if number.extension else ""
    return PhoneNumber(shown, f"tel:{e164}{extension}", e164.removeprefix("+"))
