"""Where the parts of the film stand: the points with their sums, the columns, the rows."""

from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box


def up_to(left: float) -> Box:
    """Return where the chart stands, large, beside what begins at ``left``."""
    return Box(-RIGHT_EDGE, PICTURE.bottom, left - 0.25 + RIGHT_EDGE, PICTURE.height)


def up_to_below(left: float) -> Box:
    """Return where it stands below epsilon."""
    return Box(-RIGHT_EDGE, PICTURE.bottom, left - 0.25 + RIGHT_EDGE, LOW_TOP - PICTURE.bottom)


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

# Two pairs of columns beside the chart, above what is noted of their scale: of misses, and of whole
# heights.
NOTED = PICTURE.bottom + 0.55
FIRST = Box(-0.2, NOTED, 3.0, 3.9)
SECOND = Box(3.35, NOTED, 3.0, 3.9)
FIRST_TALL = Box(-0.2, NOTED, 3.0, LOW_TOP - NOTED)
SECOND_TALL = Box(3.35, NOTED, 3.0, LOW_TOP - NOTED)
# The first pair while it is alone.
ALONE = Box(0.5, PICTURE.bottom, 5.2, 4.2)
# That pair small, so that it stays in sight, and the heights beside it.
IN_SIGHT = Box(-0.3, NOTED, 2.45, 4.2)
# The heights of two points, before these come.
TWO_TALL = Box(0.0, PICTURE.bottom, 6.2, PICTURE.height - 0.3)
ALONE_TALL = Box(2.4, NOTED, 4.0, LOW_TOP - NOTED)
# Beside the large chart, at the end.
FIRST_LAST = Box(2.2, PICTURE.bottom + 3.1, 3.6, 2.9)
SECOND_LAST = Box(2.2, PICTURE.bottom, 3.6, 2.9)

# Beside the chart of half size.
EPSILON = -0.45, 3.2
# Beside two large squares.
SMALL = Box(-RIGHT_EDGE, 0.05, 2.9, 2.6)
# Squares in two rows, under epsilon, beside the chart and what is noted below it.
BESIDE_ROWS = Box(-RIGHT_EDGE, PICTURE.bottom + 1.5, 3.2, 1.3 - PICTURE.bottom)
ROWS = Box(-1.7, PICTURE.bottom + 0.1, RIGHT_EDGE + 1.7, 5.0)
ROWS_EPSILON = -RIGHT_EDGE, 3.2
# What the letters of the blocks stand for: a row across the picture.
DEFINED_HEIGHT = 3.28
# Both pairs of columns above their equations.
FIRST_SOLVED = Box(-RIGHT_EDGE + 0.3, PICTURE.bottom + 0.2, 5.4, PICTURE.height - 0.2)
SECOND_SOLVED = Box(0.7, PICTURE.bottom + 0.2, 5.4, PICTURE.height - 0.2)
BELOW = -2.28
ROW_SIZE = 50
EQUALS = 3.0
SHIFT_ROW, TURN_ROW = 2.2, 1.1
# Beside what is left, where it is read off.
RESULTS = -0.4, -1.75
# The same equations multiplied, below each other, and what one without the other leaves.
TIMES_EQUALS, TIMES_ROWS, TIMES_SIZE = -2.5, (2.5, 1.2, -0.8), 70
RESULT_LEFT = 3.0
