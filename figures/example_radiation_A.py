"""Counts per second against lead thickness on a linear axis: the exponential decay itself."""

from matplotlib.axes import Axes

from core import palette
from core.attenuation import AttenuationFit
from core.lab import Lab
from core.palette import Theme
from figures import attenuation_plot as plot

HALVINGS = 3


def draw(ax: Axes, lab: Lab, fit: AttenuationFit, theme: Theme) -> None:
    """Draw points, exponential and the first halvings of the intensity."""
    thickest = float(lab.thickness_mm.max())
    plot.draw_background(ax, lab)
    plot.draw_line(ax, fit, thickest, float(lab.thickness_mm[fit.used].max()))
    plot.draw_points(ax, lab, fit.used)
    _draw_halvings(ax, fit, theme)
    ax.set(xlabel="lead thickness $x$ / mm", ylabel="counts per second", ylim=(0, None))
    ax.set_xlim(-0.02 * thickest, 1.02 * thickest)
    ax.text(
        0.97, 0.95, plot.line_label(fit), color=palette.BEST_LINE, transform=ax.transAxes,
        ha="right", va="top", linespacing=1.5, fontsize="large",
    )  # fmt: skip
    ax.legend(
        loc="upper right", bbox_to_anchor=(1.0, 0.62), frameon=False,
        title=plot.RECONSTRUCTED if lab.reconstructed else lab.title,
    )  # fmt: skip


def _draw_halvings(ax: Axes, fit: AttenuationFit, theme: Theme) -> None:
    for step in range(1, HALVINGS + 1):
        x, rate = step * fit.half_thickness_mm, fit.initial_rate / 2**step
        ax.plot([0, x, x], [rate, rate, 0], ":", color=theme.muted, linewidth=1.2, zorder=1)
