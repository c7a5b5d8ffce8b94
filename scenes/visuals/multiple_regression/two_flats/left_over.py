"""How two misses make up what the two ways between the lines leave over, in words."""

from scenes.visuals.space.projection import Points


def left_over(missed: Points) -> str:
    """Say how far the rest leads back, and of what it is made.

    The rest is the residual of the first less that of the other: above nothing, it leads down.
    """
    one, other = (float(miss) for miss in missed)
    larger, smaller = sorted((abs(one), abs(other)), reverse=True)
    across = one * other < 0  # on two sides of their lines both add to what is left
    left = larger + smaller if across else larger - smaller
    written = round(larger) + round(smaller) if across else round(larger) - round(smaller)
    way = "Up" if one < other else "Down"
    about = "" if written == round(left) else "about "
    join = "and" if across else "less"
    return f"{way} {about}{left:.0f} more: their misses, {larger:.0f} {join} {smaller:.0f}."
