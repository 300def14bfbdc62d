"""Objects of a PDF packed together: the same objects for whoever reads the file."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from generator.paper.packing import packed, taken_apart


def many(count: int = 500) -> bytes:
    """A PDF of small objects, and of one stream that holds words which look like the end of one."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 100))
    page.Contents = pdf.make_stream(b"% 7 0 obj endobj endstream\nq Q")
    about = [pdf.make_indirect(pikepdf.Dictionary(Type="/Note", N=n)) for n in range(count)]
    pdf.Root.Notes = pikepdf.Array(about)
    out = BytesIO()
    pdf.save(out, deterministic_id=True, compress_streams=False)
    return out.getvalue()


@pytest.mark.parametrize("count", [500, 4_500], ids=["a few", "so many that a thread helps"])
def test_a_reader_finds_the_same_objects(count: int) -> None:
    with (
        pikepdf.open(BytesIO(many(count))) as before,
        pikepdf.open(BytesIO(packed(taken_apart(many(count))))) as after,
    ):
        assert after.check_pdf_syntax() == []
        assert [int(one.N) for one in after.Root.Notes] == list(range(count))
        assert before.pages[0].Contents.read_bytes() == after.pages[0].Contents.read_bytes()
        assert [str(one.Type) for one in before.Root.Notes] == [
            str(one.Type) for one in after.Root.Notes
        ]


def test_only_streams_stand_apart() -> None:
    done = packed(taken_apart(many()))
    apart = re.findall(rb"\n\d+ 0 obj\n(<<.{12})", done)
    # 505 objects but for the stream of the page, 200 together, the table, and that stream.
    assert len(apart) == 3 + 1 + 1
    assert len(done) < len(many()) / 3


def test_the_same_objects_give_the_same_bytes_and_others_another_name() -> None:
    once, again, other = (packed(taken_apart(many(n))) for n in (500, 500, 501))
    assert once == again
    names = {re.findall(rb"/ID\[<(\w+)><(\w+)>\]", one)[-1] for one in (once, again, other)}
    assert len(names) == 2


def test_what_is_packed_already_is_a_fault() -> None:
    with pytest.raises(ValueError, match="no plain table"):
        taken_apart(packed(taken_apart(many())))
