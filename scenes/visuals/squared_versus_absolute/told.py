"""What is said of how many points pull a line of least lengths: it must be true of any table."""

Counts = tuple[int, int]


def counted(counts: Counts) -> str:
    """Say how many pull the line up and down, up first."""
    up, down = counts
    return f"{up} up, {down} down"


def end_pull(*, as_before: bool) -> str:
    """Say why the line stays: what pulls at its end is ``as_before``, or did not pull so then."""
    length = "no longer than before" if as_before else "as long as any other"
    return f'$absolute("Purple")$ stays: its end pull is {length}.'


def pulled_back(counts: Counts) -> str:
    """Say how many pull a tipped line back and on: counts alone say so only if more pull back."""
    back, on = counts
    why = f"{back} against {on}: pulled back" if back > on else "It is pulled back"
    return f"{why}. The sum grows."


def either_way(one: Counts, other: Counts) -> str:
    """Say that a line stays which is pulled back, and on, by so many either way it tips."""
    back, on = one
    why = f"{back} against {on}" if one == other and back > on else "it is pulled back"
    return f"Either way {why}: the line stays."


def caught_at(point: int | None, counts: Counts) -> str:
    """Say where the line comes to rest once it was crossed: at a ``point``, if at one alone."""
    up, down = counts
    where = "it is least" if point is None else "this point holds it"
    again = f": {counted(counts)}" if up == down else ""
    return f"… until {where}{again}."
