"""One scale for several stacks of arrows, so that these can be compared."""

from scenes.visuals.squared_versus_absolute.stacks.columns import Columns
from scenes.visuals.squared_versus_absolute.stacks.tally import Tally


def at_one_scale(*stacks: Columns | Tally) -> None:
    """Let all be to the scale of the one that has the least room."""
    least = min(one.to_scale for one in stacks)
    for one in stacks:
        one.to_scale = least
