"""The rows of a table in which nothing is missing, column by column."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from core.tables.cells.number import is_missing
from core.tables.table import Floats, Rows


@dataclass(frozen=True, eq=False)
class Complete:
    """Columns of numbers and of texts, of rows whose numbers are all there.

    ``rows`` counts all rows, ``missing`` those in which each of the columns of numbers is empty.
    """

    numbers: tuple[Floats, ...]
    texts: tuple[tuple[str, ...], ...]
    rows: int
    missing: tuple[int, ...]

    @classmethod
    def of(cls, parts: Iterable[Rows], numbers: int, texts: int = 0) -> "Complete":
        """Join the parts of a table with so many columns."""
        columns = [np.empty(0) for _ in range(numbers)]
        words: list[list[str]] = [[] for _ in range(texts)]
        known: dict[str, str] = {}
        rows, missing = 0, np.zeros(numbers, dtype=np.int64)
        for part in parts:
            gaps = np.isnan(part.numbers)
            rows += len(gaps)
            missing += gaps.sum(axis=0)
            complete: NDArray[np.bool_] = ~np.any(gaps, axis=1)
            for k, column in enumerate(columns):
                _append(column, part.numbers[complete, k])
            for kept, all_of_them in zip(words, part.texts, strict=True):
                for word, is_complete in zip(all_of_them, complete, strict=True):
                    if is_complete:
                        kept.append(known.setdefault(word, word))  # a name for many rows
        for column in columns:
            column.flags.writeable = False
        return cls(tuple(columns), tuple(map(tuple, words)), rows, tuple(map(int, missing)))

    @property
    def note(self) -> str | None:
        """How many rows were left out, if any."""
        dropped = self.rows - self.numbers[0].size
        if not dropped:
            return None
        first, second, *others = self.missing
        why = f"x is missing in {first}, y in {second}"
        if others or dropped > first + second:
            why = "a column that was asked for is empty there"
        return f"{dropped} of {self.rows} rows {'is' if dropped == 1 else 'are'} left out: {why}"

    def where_named(self) -> "Complete":
        """Leave out the rows in which a text is missing."""
        named = np.array([not any(map(is_missing, row)) for row in zip(*self.texts, strict=True)])
        return replace(
            self,
            numbers=tuple(column[named] for column in self.numbers),
            texts=tuple(tuple(compress(column, named)) for column in self.texts),
        )


def _append(column: Floats, values: Floats) -> None:
    """Lengthen ``column`` where it lies: joining all parts at the end needs the memory twice."""
    size = column.size
    column.resize(size + values.size, refcheck=False)
    column[size:] = values
