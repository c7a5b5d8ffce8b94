"""The frame and its parts: where pictures are, where words are, how small anything may be.

The unit is manim's: the frame is 128/9 wide and 8 high, so that at 1080p a unit has 135 pixels.
"""

from dataclasses import dataclass

PIXELS_PER_UNIT = 135  # at 1920 x 1080


@dataclass(frozen=True)
class Box:
    """A rectangle on the screen."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return self.bottom + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Return the place in the middle."""
        return self.left + self.width / 2, self.bottom + self.height / 2

    def towards(self, other: "Box", share: float) -> "Box":
        """Return the box after ``share`` of the way to ``other``."""
        ends = zip(
            (self.left, self.bottom, self.width, self.height),
            (other.left, other.bottom, other.width, other.height),
            strict=True,
        )
        return Box(*((1 - share) * start + share * end for start, end in ends))


# 5 % of the frame stay free on every side. Words have the lowest part to themselves.
RIGHT_EDGE = 6.4
TOP_EDGE = 3.6
BAND = Box(-RIGHT_EDGE, -TOP_EDGE, 2 * RIGHT_EDGE, 0.9)
PICTURE = Box(-RIGHT_EDGE, -2.5, 2 * RIGHT_EDGE, TOP_EDGE + 2.5)

# An x as high as 27 pixels at 1080p, 9 at 640 pixels of width: nothing is written smaller.
SMALLEST = 45
WORDS = 46
FORMULA = 54
# 8 and 4 pixels at 1080p.
BOLD = 6
THIN = 3
