"""What is said of how points pull a line of least lengths: it must be true of any table."""

import numpy as np

from scenes.visuals.squared_versus_absolute.measure import Values

Counts = tuple[int, int]
# What is left over of all that turns a line, one way and the other: so small a share is little.
LITTLE = 0.1


def counted(counts: Counts) -> str:
    """Say how many pull the line up and down, up first."""
    up, down = counts
    return f"{up} up, {down} down"


def end_pull(*, as_before: bool) -> str:
    """Say why the line stays: what pulls at its end is ``as_before``, or did not pull so then."""
    length = "no longer than before" if as_before else "as long as any other"
    return f'$absolute("Purple")$ stays: its end pull is {length}.'


def pulled_back(left: float, rest: Values) -> str:
    """Say why a line that tips about a pin goes back: what the point it has ``left`` turns decides.

    It does where that is more than the ``rest`` (n,) leave of each other.
    """
    over = abs(float(rest.sum()))
    if abs(left) <= over:
        return "It pulls back. The sum grows."
    if over <= LITTLE * float(np.abs(rest).sum()):
        return "The rest nearly balances: its pull decides."
    return "Its pull decides. The sum grows."


def caught_at(point: int | None, counts: Counts) -> str:
    """Say where the line comes to rest once it was crossed: at a ``point``, if at one alone."""
    up, down = counts
    where = "it is least" if point is None else "this point holds it"
    again = f": {counted(counts)}" if up == down else ""
    return f"… until {where}{again}."
