"""The codes that reading a plan can report, documented as the rules document theirs."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class ReadingCode(Struct, frozen=True):
    """What is wrong, why it is bad, and an example, each in a sentence or two."""

    what: str
    why: str
    example: str
    severity: str = "error"


READING_CODES: Mapping[str, ReadingCode] = {
    "bad-id": ReadingCode(
        "An id has characters that an id can't have, or too many of them.",
        "An id is part of a page's address and must survive every phone, print and archive.",
        "`id: Crisis Lead`. Write `id: crisis-lead`.",
    ),
    "control-character": ReadingCode(
        "A character that can't be seen stands in a file.",
        "It comes from a copy out of another program, and breaks search and print.",
        "A text pasted from a spreadsheet with a form feed in it.",
    ),
    "duplicate-key": ReadingCode(
        "A key stands twice in one place, or a topic that can stand only once in two files.",
        "Most YAML readers keep the last one without a word: the other number is never called.",
        "A role with two lines `holder:`.",
    ),
    "empty-file": ReadingCode(
        "A file of the plan says nothing.",
        "Somebody meant to write something there, or to delete the file.",
        "`call-trees.yml` with only a comment.",
        "warning",
    ),
    "file-too-large": ReadingCode(
        "A file is larger than 32 MB.",
        "A plan is text that people write; a file of that size is something else.",
        "A backup that ends in `.yml`.",
    ),
    "key-not-text": ReadingCode(
        "A key is a list, a group or empty.",
        "Nothing in a plan has such a name.",
        "`? [a, b] : c`, or a line that begins with `: `.",
    ),
    "missing-field": ReadingCode(
        "A field that must be filled in is missing or empty.",
        "The rest has no meaning without it: a person without a name can't be called.",
        "A person without `name:`.",
    ),
    "nested-too-deep": ReadingCode(
        "Values are nested more than sixty levels deep.",
        "A plan needs fewer than twelve; this is a mistake or an attack.",
        "`[[[[[[…`.",
    ),
    "no-plan": ReadingCode(
        "There is no plan to read at the path that was named.",
        "There is nothing to check or to build.",
        "`runbook check plnas/hq`.",
    ),
    "not-a-topic": ReadingCode(
        "A file doesn't begin with a topic, such as `roles:`.",
        "The reader can't tell what the values in it are.",
        "A file that begins with `- id: crisis-lead`.",
    ),
    "not-utf-8": ReadingCode(
        "A file isn't encoded as UTF-8.",
        "In another encoding names lose their accents, or become other letters.",
        "A file that was saved as “Western European (Windows)”.",
    ),
    "out-of-range": ReadingCode(
        "A number is too small or too large.",
        "It can't be what was meant.",
        "`severity: 0`, or `latitude: 512`.",
    ),
    "several-documents": ReadingCode(
        "A file holds more than one YAML document.",
        "Everything after the second `---` would be lost.",
        "Two files that were joined.",
    ),
    "text-cut-off": ReadingCode(
        "A text without quotes ends at a ` #`, and more stands right behind that sign.",
        "In YAML a remark begins there: the rest of the text is in no checklist and on no card.",
        '`do: Go to room #4.` says `Go to room`. Write `do: "Go to room #4."`.',
        "warning",
    ),
    "too-much-text": ReadingCode(
        "A file holds more than two million values, counting aliases each time they are used.",
        "A few lines of aliases can stand for more values than a computer can hold.",
        "An alias of a list of aliases of a list of aliases.",
    ),
    "unknown-choice": ReadingCode(
        "A field that has a fixed choice of words holds another word.",
        "The reader can't guess which one was meant.",
        "`kind: mobil`. Write `kind: mobile`.",
    ),
    "unknown-field": ReadingCode(
        "There is no such field here.",
        "A mistyped field would be lost without a word.",
        "`holde: noor-verhaegen`. Write `holder:`.",
    ),
    "unreadable-file": ReadingCode(
        "A file or folder can't be read.",
        "What it says would be missing from the plan.",
        "A file that belongs to another user, or a link whose target is gone.",
    ),
    "wrong-type": ReadingCode(
        "A value is of another kind than its field.",
        "It can't be shown, or counted with.",
        "`within: soon`. Write `within: 15 min`.",
    ),
    "yaml-alias-loop": ReadingCode(
        "An alias stands inside what it stands for.",
        "It would never end.",
        "`steps: &all [*all]`.",
    ),
    "yaml-alias-unknown": ReadingCode(
        "An alias has no anchor above it.",
        "Nobody knows what it stands for; most often a text begins with `*` and needs quotes.",
        "`note: *important*`.",
    ),
    "yaml-syntax": ReadingCode(
        "A file isn't valid YAML.",
        "Nothing after that place can be read with certainty.",
        "A tab at the start of a line, or a quote that isn't closed.",
    ),
    "yaml-tag": ReadingCode(
        "A value has a YAML tag.",
        "Tags can run programs in some readers; here they mean nothing.",
        "`!!python/object:…`, or a text that begins with `!` and needs quotes.",
    ),
}
"""By code. What also is a rule (such as ``path-outside-plan``) is documented by the rule."""
