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
    """What changes between light and dark: the ground and what is written on it."""

    background: str
    ink: str
    muted: str
    faint: str


_THEMES = {
    "light": Theme(background="#FFFFFF", ink="#1A1D21", muted="#5F6670", faint="#D9DDE2"),
    "dark": Theme(background="#101418", ink="#F2F4F7", muted="#A4ABB6", faint="#343B45"),
}
THEMES = tuple(_THEMES)


def theme(name: str) -> Theme:
    """Return the theme called ``light`` or ``dark``; ValueError names the choices."""
    try:
        return _THEMES[name]
    except KeyError:
        raise ValueError(f"unknown theme {name!r}: choose one of {', '.join(THEMES)}") from None
