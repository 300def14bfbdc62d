"""QR codes, read back with a reader that shares nothing with the writer."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray
from qrcode import util
from qrcode.main import QRCode

from generator.outputs import codes, drawn_file
from generator.outputs.codes import Pictures, code_path
from generator.outputs.matrix import QUIET, _lines, drawn, matrix, penalty

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Verhaegen;Noor;;;\r\nFN:Noor Verhaegen\r\nORG:ScheldeNet\r\n"
    "TEL;TYPE=CELL:+33199001234\r\nEMAIL:noor.verhaegen@scheldenet.example\r\nEND:VCARD\r\n"
)
PAYLOADS = (
    "tel:112",
    "tel:+33199001234;ext=12",
    "https://plan.example/staff/nl/scenarios/offices-closed.html",
    CARD,
    "BEGIN:VCARD\r\nFN:Zoë Ångström 李 🚒\r\nEND:VCARD\r\n",
)


def pixels(svg: bytes, scale: int = 4) -> NDArray[np.uint8]:
    """Rasterise the subset of SVG that the writer uses: strokes along rows."""
    root = ET.fromstring(svg)
    size = int(root.attrib["viewBox"].split()[2])
    grid = np.full((size, size), 255, dtype=np.uint8)
    strokes = root.findall("{*}path")
    assert len(strokes) == 1
    x = y = 0
    for sign, numbers in re.findall(r"([Mmh])([\d. ]+)", strokes[0].attrib["d"]):
        if sign == "M":
            x, y = (int(float(n)) for n in numbers.split())
        elif sign == "m":
            x += int(numbers.split()[0])
        else:
            grid[y, x : x + int(numbers)] = 0
            x += int(numbers)
    return np.kron(grid, np.ones((scale, scale), dtype=np.uint8))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_code_reads_back_as_its_payload(payload: str) -> None:
    found = zxingcpp.read_barcodes(pixels(drawn(payload)))
    assert [code.bytes.decode() for code in found] == [payload]
    assert found[0].format is zxingcpp.BarcodeFormat.QRCode
    assert found[0].ec_level == "M"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_quiet_zone_of_four_modules_is_white(payload: str) -> None:
    grid = pixels(drawn(payload), scale=1)
    inner = grid[QUIET:-QUIET, QUIET:-QUIET]
    assert QUIET == 4
    assert (grid == 0).sum() == (inner == 0).sum()
    assert inner[0, 0] == inner[0, -1] == inner[-1, 0] == 0


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_mask_is_the_one_that_the_library_would_choose(payload: str) -> None:
    stock = QRCode(error_correction=0)
    stock.add_data(payload.encode())
    stock.make()
    assert matrix(payload) == tuple(tuple(map(bool, row)) for row in stock.modules)
    for mask in range(8):
        stock.makeImpl(True, mask)
        lines = _lines(stock.modules)
        assert penalty(lines, len(stock.modules)) == util.lost_point(stock.modules)


def test_a_picture_stays_small() -> None:
    assert len(drawn(PAYLOADS[2])) < 3000
    assert len(drawn(CARD)) < 6000


def test_the_path_is_short_stable_and_tells_nothing() -> None:
    assert code_path("tel:112") == code_path("tel:112")
    assert code_path("tel:112") != code_path("tel:113")
    assert re.fullmatch(r"codes/[0-9a-f]{16}\.svg", code_path("tel:112"))


def test_pictures_come_at_their_paths_and_are_drawn_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls: list[str] = []

    def counted(payload: str) -> bytes:
        calls.append(payload)
        return drawn(payload)

    monkeypatch.setattr("generator.outputs.matrix.drawn", counted)
    pictures = Pictures(tmp_path / "folder" / "kept")
    first = pictures.draw(["tel:112", "tel:110", "tel:112"])
    assert [artifact.path for artifact in first] == [code_path("tel:112"), code_path("tel:110")]
    assert pictures.draw(["tel:110"]) == first[1:]
    assert Pictures(tmp_path / "folder" / "kept").draw(["tel:112", "tel:110"]) == first
    assert calls == ["tel:112", "tel:110"]


def test_a_damaged_picture_in_the_cache_is_drawn_again(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    good = Pictures(kept).draw(["tel:112", "tel:110"])
    whole = kept.read_bytes()
    for damaged in (
        whole[:100],
        whole[:-1],
        b"x" + whole[1:],
        whole.replace(good[0].content[:200], b"x" * 200),
        whole.replace(good[1].content[-200:], b"x" * 200),
        b"",
    ):
        assert damaged != whole
        kept.write_bytes(damaged)
        assert Pictures(kept).draw(["tel:112", "tel:110"]) == good
        assert Pictures(kept).draw(["tel:110", "tel:112"]) == good[::-1]


def test_each_run_adds_to_what_others_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    one, other = Pictures(kept), Pictures(kept)
    pictures = [*one.draw(["tel:112"]), *other.draw(["tel:110"]), *one.draw(["tel:101"])]
    monkeypatch.setattr("generator.outputs.matrix.drawn", None)
    assert [*Pictures(kept).draw(["tel:112", "tel:110", "tel:101"])] == pictures


def test_lots_are_read_when_they_are_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(codes, "_LOT", 2)
    payloads = ["tel:112", "tel:110", "tel:112", "tel:101"]
    drawn_now = Pictures(tmp_path / "kept").draw(payloads)
    for pictures in (Pictures(tmp_path / "kept"), Pictures(None), Pictures(tmp_path / "other")):
        lots = pictures.lots(payloads)
        assert [len([*lot()]) for lot in lots] == [2, 1]
        for _ in range(2):
            assert tuple(one for lot in lots for one in lot()) == drawn_now
    lots = Pictures(tmp_path / "kept").lots(payloads)
    (tmp_path / "kept").write_bytes(b"gone")
    assert tuple(one for lot in lots for one in lot()) == drawn_now


def test_a_file_grows_no_further_than_a_limit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    Pictures(kept).draw(["tel:112"])
    monkeypatch.setattr(drawn_file, "_MOST", 100)
    other = Pictures(kept).draw(["tel:110"])
    assert kept.stat().st_size < len(other[0].content) + 100


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert Pictures(blocked).draw(["tel:112"])[0].content == drawn("tel:112")


def test_many_are_drawn_in_other_processes_with_the_same_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(codes, "_MANY", 3)
    payloads = [f"tel:+3319900{n:04}" for n in range(8)]
    found = Pictures().draw(payloads)
    assert [artifact.content for artifact in found] == [drawn(payload) for payload in payloads]


def test_what_no_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        Pictures().draw(["x" * 3000])
