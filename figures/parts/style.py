"""How every figure looks: one pure function from theme and size to matplotlib's settings.

Fonts come with matplotlib, so no font of the machine decides how a figure looks, and text is
stored as outlines. Sizes are chosen for the smallest reader: a figure is 6.4 inches (461 points)
wide, a phone shows it about 360 pixels wide, and so 13 points become 10 pixels.
"""

from typing import Any

from cycler import cycler
from matplotlib import rcParamsDefault
from matplotlib.typing import RcKeyType

from core import palette

SMALL = 13.0
NORMAL = 15.0

# width and height in inches, and how large letters and lines are beside those of a blog
SIZES = {
    "blog": (6.4, 4.4, 1.0),
    "column": (3.4, 2.6, 0.55),
    "slide": (13.333, 7.5, 1.75),
    "square": (6.4, 6.4, 1.0),
}

# STIX first; DejaVu, which is bundled too, for the letters that STIX lacks
FONTS = ("STIXGeneral", "DejaVu Serif", "DejaVu Sans")


def rc(theme: str, size: str = "blog") -> dict[RcKeyType, Any]:
    """Return all rcParams for a theme and a size, to be applied with ``matplotlib.rc_context``.

    What the project does not choose is what matplotlib ships: no matplotlibrc has a say.
    """
    # no canvas of ours comes from a backend, and the context would not give it back
    shipped = {name: value for name, value in rcParamsDefault.items() if name != "backend"}
    width, height, scale = SIZES[size]
    lengths = {name: scale * length for name, length in _LENGTHS.items()}
    colours = _colours(palette.theme(theme))
    return shipped | {"figure.figsize": (width, height)} | lengths | colours | _FIXED


def _colours(colours: palette.Theme) -> dict[RcKeyType, Any]:
    return {
        "figure.facecolor": colours.background,
        "savefig.facecolor": colours.background,
        "text.color": colours.ink,
        "axes.facecolor": colours.background,
        "axes.edgecolor": colours.muted,
        "axes.labelcolor": colours.ink,
        "axes.titlecolor": colours.ink,
        "grid.color": colours.faint,
        "xtick.color": colours.muted,
        "ytick.color": colours.muted,
        "xtick.labelcolor": colours.ink,
        "ytick.labelcolor": colours.ink,
    }


_LENGTHS: dict[RcKeyType, float] = {
    "figure.constrained_layout.w_pad": 0.08,
    "font.size": NORMAL,
    "axes.labelsize": NORMAL,
    "axes.labelpad": 6,
    "axes.titlesize": NORMAL,
    "axes.linewidth": 0.9,
    "grid.linewidth": 0.8,
    "legend.fontsize": SMALL,
    "lines.linewidth": 2.0,
    "lines.markersize": 6.0,
    "xtick.labelsize": SMALL,
    "xtick.major.size": 3.5,
    "xtick.major.width": 0.8,
    "xtick.major.pad": 3.5,
    "xtick.minor.size": 2.0,
    "xtick.minor.width": 0.6,
    "ytick.labelsize": SMALL,
    "ytick.major.size": 3.5,
    "ytick.major.width": 0.8,
    "ytick.major.pad": 3.5,
    "ytick.minor.size": 2.0,
    "ytick.minor.width": 0.6,
}
"""In points (the padding in inches), for a blog."""

_FIXED: dict[RcKeyType, Any] = {
    "figure.dpi": 100,
    "figure.constrained_layout.use": True,
    "savefig.dpi": 200,
    "savefig.bbox": None,
    "font.family": list(FONTS),
    "mathtext.fontset": "stix",
    "text.usetex": False,
    "text.parse_math": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": False,
    "axes.axisbelow": True,
    "axes.prop_cycle": cycler(color=[palette.DATA, palette.BEST_LINE]),
    "axes.formatter.use_mathtext": True,
    "axes.unicode_minus": True,
    "axes.formatter.limits": (-4, 5),
    # years are read as years: 2019.5, not 0.5 beside a distant +2019
    "axes.formatter.offset_threshold": 6,
    "legend.frameon": False,
    "lines.solid_capstyle": "round",
    "svg.fonttype": "path",
    "svg.hashsalt": "least squares",
    "pdf.fonttype": 42,
    "path.simplify": True,
    "image.composite_image": True,
}
