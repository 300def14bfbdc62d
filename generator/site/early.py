"""What a page asks for and runs first, so that it is read in one go and drawn at once.

A browser that meets a script holds the page back until all style sheets before it are there; on a
phone it then draws the head by itself, and what was to be read comes a frame later. So the head's
scripts stand before its style sheets, which are asked for before the scripts run.
"""

from __future__ import annotations

import re

_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_SCRIPT = re.compile(r"<script>(.*?)</script>\n?", re.DOTALL)
_TABS = "__tabbed_"
"""In the theme's script that opens the tab which an address names."""


def early(html: str, *, tabs: bool) -> str:
    """A page with its head's scripts in one, before the style sheets. Without ``tabs``, for pages
    that have none, the script goes that opens them."""
    head, end, body = html.partition("</head>")
    sheets = list(_SHEET.finditer(head))
    scripts = _SCRIPT.findall(head)
    if not tabs:
        body = _SCRIPT.sub(lambda found: "" if _TABS in found[1] else found[0], body)
    if not end or not sheets or not scripts:
        return html if tabs else head + end + body
    at = sheets[0].start()
    asked = "".join(f'<link rel="preload" as="style" href="{sheet[1]}">\n' for sheet in sheets)
    joined = f"<script>{';'.join(script.strip().rstrip(';') for script in scripts)}</script>\n"
    return head[:at] + asked + joined + _SCRIPT.sub("", head[at:]) + end + body
