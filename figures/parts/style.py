"""How every figure looks: one pure function from a theme to matplotlib's settings.

Fonts come with matplotlib, so no font of the machine decides how a figure looks, and text is
stored as outlines. Sizes are chosen for the smallest reader: a figure is 6.4 inches (461 points)
wide, a phone shows it about 360 pixels wide, and so 13 points become 10 pixels.
"""

from typing import Any

from cycler import cycler
from matplotlib import rcParamsDefault
from matplotlib.typing import RcKeyType

from core import palette

WIDTH = 6.4
HEIGHT = 4.4
SMALL = 13.0
NORMAL = 15.0

# STIX first; DejaVu, which is bundled too, for the letters that STIX lacks
FONTS = ("STIXGeneral", "DejaVu Serif", "DejaVu Sans")


def rc(theme: str) -> dict[RcKeyType, Any]:
    """Return all rcParams for ``theme``, to be applied with ``matplotlib.rc_context``.

    What the project does not choose is what matplotlib ships: no matplotlibrc has a say.
    """
    # no canvas of ours comes from a backend, and the context would not give it back
    shipped = {name: value for name, value in rcParamsDefault.items() if name != "backend"}
    return shipped | _chosen(palette.theme(theme))


def _chosen(colours: palette.Theme) -> dict[RcKeyType, Any]:
    return {
        "figure.figsize": (WIDTH, HEIGHT),
        "figure.dpi": 100,
        "figure.facecolor": colours.background,
        "figure.constrained_layout.use": True,
        "figure.constrained_layout.w_pad": 0.08,
        "savefig.facecolor": colours.background,
        "savefig.dpi": 200,
        "savefig.bbox": None,
        "font.family": list(FONTS),
        "font.size": NORMAL,
        "mathtext.fontset": "stix",
        "text.color": colours.ink,
        "text.usetex": False,
        "text.parse_math": True,
        "axes.facecolor": colours.background,
        "axes.edgecolor": colours.muted,
        "axes.labelcolor": colours.ink,
        "axes.labelsize": NORMAL,
        "axes.labelpad": 6,
        "axes.titlesize": NORMAL,
        "axes.titlecolor": colours.ink,
        "axes.linewidth": 0.9,
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
        "grid.color": colours.faint,
        "grid.linewidth": 0.8,
        "xtick.color": colours.muted,
        "ytick.color": colours.muted,
        "xtick.labelcolor": colours.ink,
        "ytick.labelcolor": colours.ink,
        "xtick.labelsize": SMALL,
        "ytick.labelsize": SMALL,
        "legend.fontsize": SMALL,
        "legend.frameon": False,
        "lines.linewidth": 2.0,
        "lines.solid_capstyle": "round",
        "svg.fonttype": "path",
        "svg.hashsalt": "least squares",
        "pdf.fonttype": 42,
        "path.simplify": True,
        "image.composite_image": True,
    }
