"""Where the parts of the film stand: the points with their sums, the columns, the rows."""

from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box


def up_to(left: float) -> Box:
    """Return where the chart stands, large, beside what begins at ``left``."""
    return Box(-RIGHT_EDGE, PICTURE.bottom, left - 0.25 + RIGHT_EDGE, PICTURE.height)


# The sums beside the points, at the beginning and at the end; with numbers they take more room.
SUMS_LEFT, SUMS_TOP, SUMS_PITCH = 1.15, 2.6, 1.0
CLOSE_TOP, CLOSE_PITCH = 3.28, 0.63
RESULTS_CLOSE = -0.4, -1.8
LARGE = up_to(SUMS_LEFT)
HALF = Box(-RIGHT_EDGE, PICTURE.bottom, 5.65, PICTURE.height)
# While the line is a lever.
WIDE = PICTURE
# Below the row in which the letters are defined.
LOW_TOP = 2.85
LOW = Box(-RIGHT_EDGE, PICTURE.bottom, HALF.width, LOW_TOP - PICTURE.bottom)

# Two pairs of columns beside the chart: of misses, and of whole heights.
FIRST = Box(-0.2, PICTURE.bottom, 3.0, 4.2)
SECOND = Box(3.35, PICTURE.bottom, 3.0, 4.2)
FIRST_TALL = Box(-0.2, PICTURE.bottom, 3.0, LOW.height)
SECOND_TALL = Box(3.35, PICTURE.bottom, 3.0, LOW.height)
# The first pair while it is alone.
ALONE = Box(0.5, PICTURE.bottom, 5.2, 4.2)
ALONE_TALL = Box(0.5, PICTURE.bottom, 5.2, LOW.height)
# Beside the large chart, at the end.
FIRST_LAST = Box(1.38, PICTURE.bottom, 2.08, 4.6)
SECOND_LAST = Box(4.03, PICTURE.bottom, 2.08, 4.6)

# Beside the chart of half size.
EPSILON = -0.45, 3.2
# Two squares, one below the line and one above: where they stand, and how large one may be.
ENLARGED_AT, ENLARGED_BOTTOM, ENLARGED_SIDE = (4.75, 1.25), -1.7, 2.9
# All squares in two rows, under epsilon.
ROWS = Box(-RIGHT_EDGE, PICTURE.bottom + 0.1, 2 * RIGHT_EDGE, 5.1)
ROWS_EPSILON = -RIGHT_EDGE, 3.15
# What the letters of the blocks stand for: a row across the picture.
DEFINED_HEIGHT = 3.28
# Both pairs of columns above their equations, and one laid on the other.
FIRST_SOLVED = Box(-6.2, PICTURE.bottom, 5.4, PICTURE.height)
SECOND_SOLVED = Box(0.8, PICTURE.bottom, 5.4, PICTURE.height)
BELOW = -2.25
LAID = Box(-6.2, PICTURE.bottom, 5.4, PICTURE.height)
# How much of their height both pairs fill before they are multiplied.
FILLED = 0.55
# The first pair again, beside the results.
FILLED_ALONE = 0.9
ROW_SIZE = 50
EQUALS = 3.0
SHIFT_ROW, TURN_ROW, FREE_ROW = 2.2, 1.1, -0.4
RESULTS = 1.6, -0.6
RESULT_LEFT = 1.9
