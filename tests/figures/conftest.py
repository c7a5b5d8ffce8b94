"""What all figures share: a formula is set once for all of them, as it is for films.

To matplotlib, numbers at an axis are formulas, and to read one takes longer than to draw all else.
It remembers fifty, for one drawing only.
"""

from functools import lru_cache
from typing import Any

from matplotlib.mathtext import MathTextParser

MANY = 5000

_read = MathTextParser._parse_cached.__wrapped__


@lru_cache(MANY)
def _set(output: str, *what: Any) -> Any:
    return _read(MathTextParser(output), *what)


def _set_once(parser: MathTextParser, *what: Any) -> Any:
    return _set("path" if parser._output_type == "vector" else "agg", *what)


MathTextParser._parse_cached = _set_once
