"""Typeset each formula once: half of the time of a figure goes into reading its tick labels."""

from collections.abc import Iterator
from functools import lru_cache

import pytest
from matplotlib.mathtext import MathTextParser


@pytest.fixture(scope="session", autouse=True)
def _formulas_are_typeset_once() -> Iterator[None]:
    """Let all renderers share what matplotlib keeps for each, and every figure has its own."""
    kept = lru_cache(4096)(MathTextParser._parse_cached.__wrapped__)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MathTextParser, "_parse_cached", kept)
        patch.setattr(MathTextParser, "__eq__", _of_one_kind)
        patch.setattr(MathTextParser, "__hash__", lambda parser: hash(parser._output_type))
        yield


def _of_one_kind(one: MathTextParser, other: object) -> bool:
    return isinstance(other, MathTextParser) and one._output_type == other._output_type
