"""How large discs are drawn where they are many: what lies behind them has to be seen."""

MOST_LARGE = 100


def size_among(n: int) -> float:
    """Return the size of each of n discs: together they cover no more than the first hundred do.

    >>> size_among(12), size_among(400)
    (1.0, 0.5)
    """
    return float(min(1.0, (MOST_LARGE / max(n, 1)) ** 0.5))
