"""A file is what its recipe gives, whatever its bytes are; its own pieces have one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.seal.chunks import Piece
from generator.seal.recipes import Recipes, followed

SHARED = b"<nav>shared</nav>\n" * 8
CONTENTS = st.sampled_from([b"a\n", b"\0", b"b\0c\n", b"d" * 5_000, b"e" * 17_000, b"f\n" * 90])
PIECES = st.lists(st.builds(Piece, CONTENTS, st.booleans()))


@given(st.lists(PIECES))
def test_a_recipe_gives_the_file(files: list[list[Piece]]) -> None:
    recipes = Recipes()
    for file in files:
        recipe = recipes.of(file)
        assert followed(recipe, recipes.chunks) == b"".join(piece.content for piece in file)


def test_own_pieces_have_one_name() -> None:
    recipes = Recipes()
    own = [Piece(f"<p>{number}</p>\n".encode(), shared=False) for number in range(3)]
    first, frame, *rest = recipes.of([own[0], Piece(SHARED, shared=True), own[1], own[2]])
    assert isinstance(first, tuple)
    assert recipes.chunks == {
        frame: SHARED,
        first[0]: b"<p>0</p>\n\0<p>1</p>\n\0<p>2</p>\n",
    }
    assert rest == [0, 0]


def test_pages_of_one_shape_have_recipes_of_one_shape() -> None:
    recipes = Recipes()
    first, second = (
        recipes.of(
            [Piece(text, shared=False), Piece(SHARED, shared=True), Piece(text, shared=False)]
        )
        for text in (b"one\n", b"two\n")
    )
    assert first[1:] == second[1:]


def test_a_recipe_that_takes_too_much_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer pieces"):
        followed([("a",), 0, 0], {"a": b"one\0two"})
    with pytest.raises(ValueError, match="fewer pieces"):
        followed([0], {})
    with pytest.raises(KeyError):
        followed(["b"], {"a": b"one"})
