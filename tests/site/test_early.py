"""The order of what a page asks for and runs."""

from __future__ import annotations

import re

from generator.site.early import early

HEAD = """<head>
<link rel="stylesheet" href="../main.css">
<link rel="stylesheet" href="../runbook.css">
<link rel="stylesheet" media="print" href="../imprint.css">
<script>first=1</script>
<script type="application/json">{"not": "run"}</script>
<script>second=first;</script>
</head>"""
TABS = "<script>target.name.startsWith('__tabbed_')</script>"
BODY = f"<body><main>Text</main>{TABS}<script src='end.js'></script></body>"


def test_the_heads_scripts_run_before_its_style_sheets_in_one() -> None:
    page = early(HEAD + BODY, tabs=True)
    assert page.count("<script>first=1;second=first</script>") == 1
    assert page.index("first=1") < page.index('rel="stylesheet"')
    assert page.index('{"not": "run"}') > page.index("imprint.css")
    assert BODY in page


def test_sheets_for_the_screen_are_asked_for_before_the_scripts() -> None:
    page = early(HEAD + BODY, tabs=True)
    asked = re.findall(r'<link rel="preload" as="style" href="([^"]+)">', page)
    assert asked == ["../main.css", "../runbook.css"]
    assert page.index("preload") < page.index("first=1")
    for sheet in asked:
        assert page.count(f'<link rel="stylesheet" href="{sheet}">') == 1


def test_what_opens_tabs_stays_where_tabs_may_be() -> None:
    assert TABS in early(HEAD + BODY, tabs=True)
    page = early(HEAD + BODY, tabs=False)
    assert TABS not in page
    assert "end.js" in page


def test_a_page_without_scripts_or_sheets_stays_as_it_is() -> None:
    bare = "<head><title>T</title></head><body></body>"
    assert early(bare, tabs=True) == bare
    assert early(bare, tabs=False) == bare
