"""How two misses make up what the two ways between the lines leave over, in words."""

from scenes.visuals.space.projection import Points


def left_over(missed: Points) -> str:
    """Say how much the residual of the first less that of the other is, and of what it is made."""
    one, other = (float(miss) for miss in missed)
    larger, smaller = sorted((abs(one), abs(other)), reverse=True)
    across = one * other < 0  # on two sides of their lines both add to what is left
    left = larger + smaller if across else larger - smaller
    written = round(larger) + round(smaller) if across else round(larger) - round(smaller)
    about = "" if written == round(left) else "About "
    join = "and" if across else "less"
    return f"{about}{left:.0f} is left: their misses, {larger:.0f} {join} {smaller:.0f}."
