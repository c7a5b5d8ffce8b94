"""Where the parts of the film stand: the points with their sums, the columns, the rows."""

from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box


def up_to(left: float) -> Box:
    """Return where the chart stands, large, beside what begins at ``left``."""
    return Box(-RIGHT_EDGE, PICTURE.bottom, left - 0.25 + RIGHT_EDGE, PICTURE.height)


# The sums beside the points, at the beginning and at the end; with numbers they take more room.
SUMS_LEFT, SUMS_TOP, SUMS_PITCH = 1.15, 2.6, 1.0
NUMBERS_LEFT, NUMBERS_WIDTH = -0.35, 6.75
CLOSE_TOP, CLOSE_PITCH = 3.28, 0.63
RESULTS_CLOSE = -0.4, -1.8
GUESS_SIZE = 46
LARGE = up_to(SUMS_LEFT)
HALF = Box(-RIGHT_EDGE, PICTURE.bottom, 5.8, PICTURE.height)

# Two pairs of columns beside the chart: misses, whole heights, and heights below their rows.
FIRST = Box(-0.2, PICTURE.bottom, 3.0, 2.8)
SECOND = Box(3.35, PICTURE.bottom, 3.0, 2.8)
FIRST_TALL = Box(-0.2, PICTURE.bottom, 3.0, 6.1)
SECOND_TALL = Box(3.35, PICTURE.bottom, 3.0, 6.1)
FIRST_ROWS = Box(-0.2, PICTURE.bottom, 3.0, 3.6)
SECOND_ROWS = Box(3.35, PICTURE.bottom, 3.0, 3.6)
# Beside the large chart, at the end.
FIRST_LAST = Box(1.2, PICTURE.bottom, 2.15, 2.8)
SECOND_LAST = Box(4.0, PICTURE.bottom, 2.15, 2.8)

# Beside the chart of half size: epsilon, and what the misses sum up to.
EPSILON = -0.45, 3.2
SUM_LEFT, OF_TURN, OF_SHIFT = -0.2, 1.95, 1.0
# What a turn changes at two points, side by side.
COMPARED = Box(0.2, -1.5, 5.6, 3.0)
ABOVE_BARS = 2.1
# In the chart, below the line: what the letters of the blocks stand for.
DEFINED = {
    "A": (-4.9, -1.05),
    "B": (-4.9, -1.62),
    "C": (-2.7, -0.48),
    "D": (-2.7, -1.05),
    "N": (-2.7, -1.62),
}
# The two equations, each behind a beam in the colour of the one that it makes level.
MARK_LEFT, MARK_WIDTH, ROW_LEFT = -0.15, 0.6, 0.75
SHIFT_ROW, TURN_ROW = 3.0, 1.7
