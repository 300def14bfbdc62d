"""A reader of iCalendar for tests, written here from RFC 5545."""

from __future__ import annotations

import re

Property = tuple[str, str]


def read(text: str) -> list[list[Property]]:
    """The events, each as its properties (names with parameters); checks ends and folding."""
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events: list[list[Property]] = []
    stack: list[str] = []
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append([])
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] == "VEVENT":
            events[-1].append((name, re.sub(r"\\(.)", _plain, value)))
    assert not stack
    return events


def _plain(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]
