"""What is said of how many points pull a line of least lengths: it must be true of any table."""

Counts = tuple[int, int]


def counted(counts: Counts) -> str:
    """Say how many pull the line up and down, up first."""
    up, down = counts
    return f"{up} up, {down} down"


def caught_at(point: int | None, counts: Counts) -> str:
    """Say where the line comes to rest once it was crossed: at a ``point``, if at one alone."""
    up, down = counts
    where = "it is least" if point is None else "this point holds it"
    again = f": {counted(counts)}" if up == down else ""
    return f"… until {where}{again}."
