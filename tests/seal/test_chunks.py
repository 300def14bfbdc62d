"""What stands in several files is cut alike, whatever stands around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.seal.chunks import cut

Files = list[list[bytes]]


def chunked(files: Files) -> Files:
    known: dict[bytes, int] = {}
    places = [[known.setdefault(line, len(known)) for line in file] for file in files]
    return [[piece.content for piece in file] for file in cut(places, list(known))]


@given(st.lists(st.lists(st.sampled_from([b"a\n", b"b\n", b"c" * 90 + b"\n", b"d" * 300]))))
def test_chunks_joined_are_the_files(files: Files) -> None:
    done = chunked(files)
    assert [b"".join(file) for file in done] == [b"".join(file) for file in files]
    assert all(chunk for file in done for chunk in file)


def numbered(name: str, count: int) -> list[bytes]:
    return [f"<p>{name} {number} with some words</p>\n".encode() for number in range(count)]


def test_a_frame_and_a_block_are_stored_once() -> None:
    head, foot, block = numbered("head", 30), numbered("foot", 30), numbered("block", 12)
    files = [
        [*head, *numbered(f"article {n}", 20), *(block if n % 3 == 0 else []), *foot]
        for n in range(9)
    ]
    stored = {chunk for file in chunked(files) for chunk in file}
    assert b"".join(head) in stored
    assert b"".join(foot) in stored
    assert b"".join(block) in stored
    assert len(stored) == 3 + 9


def test_a_long_file_is_cut_so_that_a_change_moves_little() -> None:
    lines = numbered("row", 4_000)
    before = {chunk for file in chunked([lines]) for chunk in file}
    lines[2_000] = b"<p>another</p>\n"
    after = {chunk for file in chunked([lines]) for chunk in file}
    assert len(before) > 10
    assert sum(map(len, after - before)) < 16_384
