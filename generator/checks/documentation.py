"""One page that explains every code, made from the rules' own documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks import RULES
from generator.checks.import_codes import IMPORT_CODES
from generator.checks.print_codes import PRINT_CODES
from generator.checks.reading_codes import READING_CODES, ReadingCode
from generator.checks.rule import Rule

_OPENING = """\
# Problems that a check can find

Each problem has a code that never changes. An **error** stops the build; a **warning** only with
`--strict`; a **note** never does. A first line as in

    plans/hq/call-trees.yml:42:12: error[unknown-node] Call tree `night` calls `ict-laed`; …

names the file, line and column, the severity and the code. Codes that begin with `import-` come
from `runbook import`.
"""


def codes_page() -> str:
    """The page as Markdown: one heading for each code, in alphabetical order."""
    entries = documented_codes()
    return _OPENING + "".join(f"\n{entries[code]}" for code in sorted(entries))


def documented_codes() -> Mapping[str, str]:
    """Code → its part of the page, of rules, of reading, importing and printing."""
    written = {**READING_CODES, **IMPORT_CODES, **PRINT_CODES}
    entries = {code: _reading_entry(code, entry) for code, entry in written.items()}
    return entries | {rule.code: _rule_entry(rule) for rule in RULES}


def _reading_entry(code: str, entry: ReadingCode) -> str:
    return _entry(code, entry.severity, [entry.what], entry.why, entry.example)


def _rule_entry(rule: Rule) -> str:
    what: list[str] = []
    why = example = ""
    for paragraph in _paragraphs(rule.documentation):
        if paragraph.startswith("Why it is bad: "):
            why = _sentence(paragraph.removeprefix("Why it is bad: "))
        elif paragraph.startswith("Example: "):
            example = _sentence(paragraph.removeprefix("Example: "))
        else:
            what.append(paragraph)
    return _entry(rule.code, str(rule.severity), what, why, example)


def _paragraphs(documentation: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", documentation):
        yield " ".join(paragraph.split())


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _entry(code: str, severity: str, what: list[str], why: str, example: str) -> str:
    parts = [f"## {code}", f"*{_sentence(severity)}.* {what[0]}", *what[1:]]
    return "\n\n".join([*parts, f"**Why it is bad:** {why}", f"**Example:** {example}"]) + "\n"
