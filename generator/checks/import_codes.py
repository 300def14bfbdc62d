"""The codes that ``runbook import`` can report, documented as the rules document theirs."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.reading_codes import ReadingCode

IMPORT_CODES: Mapping[str, ReadingCode] = {
    "import-column": ReadingCode(
        "`runbook import` met a column that it knows no field for.",
        "What it holds stays behind, and nobody may miss it until the day that it is needed.",
        "A column `Tel. GSM`. Map it with `--mapping`: `columns: {Tel. GSM: mobile}`.",
        "note",
    ),
    "import-mapping": ReadingCode(
        "The mapping file of `runbook import` says something that means nothing there.",
        "Columns would land in the wrong field, or nowhere.",
        "`columns: {Naam: nmae}`. Write `columns: {Naam: name}`.",
    ),
    "import-note": ReadingCode(
        "`runbook import` had to guess, or left something of a row as it was.",
        "A guess can be wrong: somebody who knows should look at it once.",
        "A table that isn't UTF-8, read as Western European: look at `Żółć` again.",
        "note",
    ),
    "import-row": ReadingCode(
        "A row of the file, or the whole file, can't be imported. Nothing is written then.",
        "Half an import is worse than none: nobody knows which rows are in the plan.",
        "Two rows with the id `an-peeters`, or a file without a column for names.",
    ),
    "import-unsafe": ReadingCode(
        "The plan's file can't be changed without touching what stands around the place. Nothing "
        "is written.",
        "A plan that says something else than its keeper wrote is worse than some work by hand.",
        "Two people share their `contacts:` by an alias (`*desk`); the table changes one of them.",
    ),
}
"""By code."""
