"""What stands around every article of a folder: emergency numbers, the bar, the foot."""

from __future__ import annotations

from msgspec import Struct

from generator.locales import Locale
from generator.outputs.article import Setting, fragment
from generator.views import current, save
from generator.views.page import START, Address
from generator.views.parts.contact import emergency_lines
from generator.views.parts.identity import identity
from generator.views.parts.kinds import ORDER, present


class Pieces(Struct, frozen=True):
    """HTML that all pages of one folder share."""

    emergency: str
    bar: str
    footer: str


def pieces(folder: str, setting: Setting) -> Pieces:
    """The pieces for the pages of a folder (the empty one is the start page's)."""
    here = Address(folder)
    edition = setting.edition
    places = {kind: Address(kind) for kind in ORDER}
    kinds = present(edition)
    return Pieces(
        fragment("emergency", here, setting, emergency=emergency_lines(edition)),
        fragment("bar", here, setting, start=START, kinds=kinds, places=places, current=folder),
        fragment(
            "footer",
            here,
            setting,
            identity=identity(edition),
            save=save.ADDRESS,
            current=current.ADDRESS,
            said=_for_script(setting.words),
        ),
    )


_SCRIPT_WORDS = ("offline.page.", "offline.reason.")


def _for_script(words: Locale) -> dict[str, str]:
    """What the page's script says, by the end of its key: ``page.saved``."""
    keys = (key for key in words.words if key.startswith(_SCRIPT_WORDS))
    return {key.removeprefix("offline."): words.words[key] for key in sorted(keys)}
