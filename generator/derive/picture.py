"""Whether a picture of the plan can be shown and set."""

from __future__ import annotations

import io
import warnings
from pathlib import PurePosixPath

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
"""Which format a picture made of pixels has, by the end of its name."""


def is_readable(name: str, content: bytes) -> bool:
    """Whether a picture holds what the end of its name says, whole as far as that is quickly seen;
    of other names (SVG) nothing is said."""
    kind = FORMATS.get(PurePosixPath(name).suffix.lower())
    if kind is None:
        return True
    # Only here: loading the library takes longer than checking a plan without pictures.
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=(kind,)) as picture:
                picture.verify()
    except (Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return False
    return True
