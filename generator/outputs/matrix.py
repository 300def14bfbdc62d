"""A QR code as a matrix of modules (ISO/IEC 18004), and that matrix as SVG.

Imports nothing of the plan, so that worker processes start quickly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET = 4
"""The width of the white margin in modules; readers rely on it."""

Matrix = tuple[tuple[bool, ...], ...]
Lines = tuple[int, ...]
"""Rows, then columns, one number each with a bit a module."""

_RUN = re.compile(r"0{5,}|1{5,}")
_DARK = re.compile(r"1+")
_FINDER = re.compile(r"(?=10111010000|00001011101)")


def matrix(payload: str) -> Matrix:
    """The modules of the smallest QR code with error correction M that holds the payload.

    Raises ValueError if no QR code can hold it.
    """
    code = _MaskedCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(payload.encode())
    code.make(fit=True)
    return tuple(tuple(map(bool, row)) for row in code.modules)


def svg(modules: Matrix) -> bytes:
    """The matrix as SVG: a white square with the quiet zone, and one path of horizontal runs."""
    size = len(modules) + 2 * QUIET
    path = "".join(_strokes(modules))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"'
        f' width="{size * 4}" height="{size * 4}" shape-rendering="crispEdges">'
        f'<rect width="{size}" height="{size}" fill="#fff"/>'
        f'<path stroke="#000" d="{path}"/></svg>\n'
    ).encode()


def drawn(payload: str) -> bytes:
    """The SVG of a payload's QR code."""
    return svg(matrix(payload))


def _strokes(modules: Matrix) -> Iterator[str]:
    """Each row as strokes one module thick, through the middle of its dark modules."""
    for y, row in enumerate(modules, QUIET):
        start, end = f"M{QUIET} {y}.5", 0
        for run in _DARK.finditer("".join("1" if dark else "0" for dark in row)):
            gap = run.start() - end
            yield start + (f"m{gap} 0" if gap else "") + f"h{run.end() - run.start()}"
            start, end = "", run.end()


class _MaskedCode(QRCode):  # type: ignore[type-arg]
    """Chooses the mask as the standard asks, with numbers for rows instead of lists of modules.

    Why: the library's own choice takes most of the time, 30 ms of 40 for a vCard.
    """

    def best_mask_pattern(self) -> int:
        """The mask with the least penalty; of equal ones the first."""
        self.makeImpl(True, 0)
        plain = _lines(self.modules)
        size = len(self.modules)
        scores = [
            penalty(tuple(map(int.__xor__, plain, change)), size)
            for change in _changes(self.version)
        ]
        return scores.index(min(scores))


@cache
def _changes(version: int) -> tuple[Lines, ...]:
    """For each mask, the modules that differ from those under mask 0; the same for any payload."""
    code = QRCode(version, ERROR_CORRECT_M)
    code.add_data(b"0")
    found: list[Lines] = []
    for mask in range(8):
        code.makeImpl(True, mask)
        found.append(_lines(code.modules))
    return tuple(tuple(map(int.__xor__, found[0], lines)) for lines in found)


def _lines(modules: list[list[bool | None]]) -> Lines:
    lines = (*modules, *zip(*modules, strict=True))
    return tuple(int("".join("1" if dark else "0" for dark in line), 2) for line in lines)


def penalty(lines: Lines, size: int) -> int:
    """The penalty of a matrix (ISO/IEC 18004, 7.8.3): runs, blocks, finder-like rows, balance."""
    written = " ".join(f"{line:0{size}b}" for line in lines)
    runs = sum(len(run) - 2 for run in _RUN.findall(written))
    finders = 40 * len(_FINDER.findall(written))
    rows = lines[:size]
    blocks = 3 * sum(map(_blocks, rows, rows[1:], [size] * (size - 1)))
    dark = sum(row.bit_count() for row in rows) * 100 / size**2
    return runs + blocks + finders + 10 * int(abs(dark - 50) / 5)


def _blocks(upper: int, lower: int, size: int) -> int:
    """How many squares of 2 x 2 equal modules two rows hold."""
    dark = upper & lower
    light = ~(upper | lower) & ((1 << size) - 1)
    return (dark & dark >> 1).bit_count() + (light & light >> 1).bit_count()
