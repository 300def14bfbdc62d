"""The codes that printing can report, documented as the rules document theirs."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.reading_codes import ReadingCode

PRINT_CODES: Mapping[str, ReadingCode] = {
    "damaged-ledger": ReadingCode(
        "The ledger of printed sheets (`sheets.json`) isn't as it was written.",
        "Without it nobody can tell which card in a pocket is out of date.",
        "Marks of a merge (`<<<<<<<`) left in it. Keep the rows of both sides, newest first.",
    ),
    "earlier-plan-not-unpacked": ReadingCode(
        "There is no room for the plan as it was, which git has. Nothing was printed.",
        "Without it it can't be said what changed, and who needs a new card.",
        "A temporary folder that is full. Name another one by `TMPDIR`.",
    ),
    "ledger-changed": ReadingCode(
        "Somebody else wrote the ledger of sheets while these were printed. Nothing was replaced.",
        "One of the two runs would be forgotten, and its cards unknown.",
        "Two people print on one shared folder. Print again.",
    ),
    "ledger-not-read": ReadingCode(
        "The ledger of sheets is there, but can't be read.",
        "New codes would be made up, and every card in use would seem unknown.",
        "A file that belongs to another user.",
    ),
    "ledger-not-written": ReadingCode(
        "The ledger of sheets can't be written. Nothing was printed.",
        "A code that no ledger knows answers nobody's question.",
        "A full disk, or a plan in a folder that may only be read.",
    ),
    "missing-letter": ReadingCode(
        "A sheet has a letter that none of the fonts for paper has.",
        "It would be missing on paper, or be an empty box: in a name or address, of all things.",
        "A name in Georgian. For Chinese, Japanese and Korean install `runbook-generator[cjk]`.",
    ),
    "sheet-overflow": ReadingCode(
        "Something doesn't fit on a sheet at the smallest size that can still be read.",
        "A line that is clipped, or too small for the dark, is a line that nobody has.",
        "A wallet card whose front has two lines too many. Shorten the names it shows.",
    ),
    "sheets-not-set": ReadingCode(
        "There is no room to set the sheets. Nothing was printed.",
        "Half a run of cards would look like all of them.",
        "A temporary folder that is full. Name another one by `TMPDIR`.",
    ),
    "unknown-revision": ReadingCode(
        "`--changed-since` names no plan, no printed revision and no revision of git.",
        "Without the plan as it was it can't be said what changed.",
        "`--changed-since 2026.33`. The ledger knows `2026.3`.",
    ),
    "unknown-sheet": ReadingCode(
        "`--only` names a kind of sheet that there isn't.",
        "What was meant would not be printed, and nobody would notice before it is missed.",
        "`--only wallet-crads`. Write `wallet-cards`.",
    ),
    "unreadable-revision": ReadingCode(
        "The plan at the revision that `--changed-since` names has errors.",
        "Its sheets can't be made again, so that nothing can be compared.",
        "A commit in the middle of a larger change. Name the one before.",
    ),
}
"""By code."""
