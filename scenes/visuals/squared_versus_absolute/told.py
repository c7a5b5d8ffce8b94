"""What is said of how many points pull a line of least lengths: it must be true of any table."""

Counts = tuple[int, int]


def counted(counts: Counts) -> str:
    """Say how many pull the line up and down, up first."""
    up, down = counts
    return f"{up} up, {down} down"


def stays(counts: Counts) -> str:
    """Say that the best line stays, and how many pull it up and down."""
    up, down = counts
    return f"{up} pull up, {down} pull down. Let go: it stays."


def tipped_up(counts: Counts) -> str:
    """Say what pulls back at the line that is tipped off a point, upwards there."""
    up, down = counts
    return f"{'More pull down' if down > up else 'It is tipped'}, and the sum grows."


def tipped_down(counts: Counts) -> str:
    """Say what pulls back at the line that is tipped the other way."""
    up, down = counts
    why = "more pull up" if up > down else "it grows as well"
    return f"The other way: {why}, so it stays."


def caught_at(point: int | None, counts: Counts) -> str:
    """Say where the line comes to rest once it was crossed: at a ``point``, if at one alone."""
    up, down = counts
    where = "is least" if point is None else "meets this point"
    again = f": {counted(counts)}" if up == down else ""
    return f"… until it {where}{again}."


def turns_back(counts: Counts) -> str:
    """Announce where the line comes to rest with so many that pull it then."""
    up, down = counts
    return f"Let go: it turns until {'up equals down' if up == down else 'the sum is least'}."
