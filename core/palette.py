"""One colour for each meaning, shared by figures, films and pages.

The colours are those of the article: its slope, intercept and four term colours, the blue
data and the orange line of its header figure, the green squares of its radiation figure.
Every value is a plain ``#RRGGBB`` string, so matplotlib, manim and a style sheet all read it.

>>> SLOPE
'#1F77B4'
>>> theme("dark").background
'#101418'
"""

from dataclasses import dataclass

SLOPE = "#1F77B4"
INTERCEPT = "#FF7F0E"

SLOPE_NUMERATOR = "#BCBD22"
SLOPE_DENOMINATOR = "#D62728"
INTERCEPT_NUMERATOR = "#9467BD"
INTERCEPT_DENOMINATOR = "#2CA02C"

DATA = "#1F77B4"
BEST_LINE = "#FF7F0E"
LEAST_ABSOLUTE_LINE = "#9467BD"
USED_POINT = "#2CA02C"
EXCLUDED_POINT = "#8A8F98"
BACKGROUND_LEVEL = "#9467BD"
RESIDUAL = "#D62728"
OTHER_LINE = "#8A8F98"


@dataclass(frozen=True)
class Theme:
    """The ground, what is written on it, and on films and pages a shade for each meaning.

    In films and pages every colour has one meaning. The shades are those of the article, lighter
    on dark ground and darker on light ground, so that each can be read as text (4.5:1 or more).
    """

    background: str
    ink: str  # the line, words, what is concluded
    muted: str  # axes, ticks, what is idle
    faint: str  # grids and grounds, never a meaning of their own
    point: str  # measured points
    slope: str  # a
    intercept: str  # b
    residual: str  # residuals, their squares and every sum of them
    squared: str  # the line with the least squares, beside the least distances
    absolute: str  # the line with the least distances
    shortest: str  # the line nearest to the points, beside those two
    photon: str  # photons, and what counts them
    near: str  # points by a further variable: where it is small,
    far: str  # and where it is large
    slope_numerator: str  # the article's four terms
    slope_denominator: str
    intercept_numerator: str
    intercept_denominator: str


_THEMES = {
    "light": Theme(
        background="#FFFFFF",
        ink="#1A1D21",
        muted="#5F6670",
        faint="#D9DDE2",
        point="#56697D",
        slope="#1B6CA8",
        intercept="#B35900",
        residual="#C8242B",
        squared="#0B7D62",
        absolute="#7A4FA8",
        shortest="#5E7300",
        photon="#8A6A00",
        near="#8C7200",
        far="#4B3FC4",
        slope_numerator="#77780A",
        slope_denominator="#C0202A",
        intercept_numerator="#7A50A6",
        intercept_denominator="#1E7D22",
    ),
    "dark": Theme(
        background="#101418",
        ink="#F2F4F7",
        muted="#A4ABB6",
        faint="#343B45",
        point="#9FB6CC",
        slope="#5BB0F0",
        intercept="#FF9F43",
        residual="#FF6B6B",
        squared="#4CC9A4",
        absolute="#B794E0",
        shortest="#C8E05A",
        photon="#F2D14C",
        near="#F6DE96",
        far="#8C80E4",
        slope_numerator="#D3D44A",
        slope_denominator="#FF7B78",
        intercept_numerator="#BE9BE6",
        intercept_denominator="#5FC96B",
    ),
}
THEMES = tuple(_THEMES)


def theme(name: str) -> Theme:
    """Return the theme called ``light`` or ``dark``; ValueError names the choices."""
    try:
        return _THEMES[name]
    except KeyError:
        raise ValueError(f"unknown theme {name!r}: choose one of {', '.join(THEMES)}") from None
