"""What is said of how many points pull a line of least lengths: it must be true of any table."""

Counts = tuple[int, int]


def why_it_stays(counts: Counts) -> str:
    """Say how many pull the line up and down, if it is as many."""
    up, down = counts
    why = f"{up} pull up, {down} pull down." if up == down else "Watch the sum of its lengths."
    return f"Why does it stay? {why}"


def balanced(counts: Counts) -> str:
    """Say where up equals down, once both lines are free."""
    up, down = counts
    return f"Now up equals down{' at both' if up == down else ' at the green one'}."


def tipped_up(counts: Counts) -> str:
    """Say what pulls back at the line that is tipped off a point, upwards there."""
    up, down = counts
    if down > up:
        return "Tip it: more pull down, and the sum grows."
    return "Tip it, and the sum of lengths grows."


def tipped_down(counts: Counts) -> str:
    """Say what pulls back at the line that is tipped the other way."""
    up, down = counts
    if up > down:
        return "The other way more pull up: so it stays."
    return "The other way it grows as well: so it stays."


def caught_at(point: int | None, counts: Counts) -> str:
    """Say where the line comes to rest once it was crossed: at a ``point``, if at one alone."""
    up, down = counts
    where = "is least" if point is None else "meets this point"
    again = f": {up} up, {down} down again" if up == down else ""
    return f"… until it {where}{again}."
