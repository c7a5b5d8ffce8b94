"""The set-up: a source, lead sheets of total thickness x, a NaI detector and its counter."""

from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Rectangle

from core import palette
from figures.parts.output import Picture, run

SIZE = (6.4, 3.1)
WIDTH, HEIGHT = 64.0, 31.0
AXIS = 13.5
"""Height of the beam above the lower edge of the drawing."""

SOURCE = (6.0, AXIS)
SHEETS = 5
FIRST_SHEET, SHEET_WIDTH, SHEET_GAP, SHEET_HEIGHT = 20.0, 1.7, 0.35, 15.0
CRYSTAL, TUBE = (39.0, 5.5, 9.0), (44.5, 8.0, 6.0)
"""Left side, length and height of the crystal and of the photomultiplier behind it."""
COUNTER = (46.0, 22.5, 16.0, 7.0)
LEAD = palette.EXCLUDED_POINT
PHOTON = palette.BEST_LINE
GLOW = 0.35
LINE = 1.4

WAVE_HEIGHT, WAVE_LENGTH = 0.55, 1.5


def draw(ax: Axes, theme: palette.Theme) -> None:
    """Draw the set-up, seen from the side; the beam runs from left to right."""
    ax.set(xlim=(0, WIDTH), ylim=(0, HEIGHT), aspect="equal")
    ax.set_axis_off()
    behind = FIRST_SHEET + SHEETS * (SHEET_WIDTH + SHEET_GAP) - SHEET_GAP
    for offset in (-4.0, -1.4, 1.4, 4.0):
        _photon(ax, SOURCE[0] + 3.0, FIRST_SHEET - 0.8, AXIS + offset)
    _photon(ax, behind + 0.8, CRYSTAL[0] - 0.8, AXIS)
    _source(ax, theme)
    _sheets(ax, theme)
    _thickness(ax, FIRST_SHEET, behind, theme)
    _detector(ax, theme)
    ax.text(14.0, AXIS + 6.2, "$I_0$", ha="center", va="bottom")
    ax.text((behind + CRYSTAL[0]) / 2, AXIS + 2.0, "$I_x$", ha="center", va="bottom")


def _photon(ax: Axes, start: float, end: float, height: float) -> None:
    tip = 1.2
    x = np.linspace(start, end - tip, 300)
    fading_in = np.minimum(1, np.minimum(x - start, end - tip - x) / WAVE_LENGTH)
    wave = WAVE_HEIGHT * fading_in * np.sin(2 * np.pi * (x - start) / WAVE_LENGTH)
    ax.plot(x, height + wave, color=PHOTON, linewidth=1.5)
    ax.annotate(
        "", (end, height), (end - tip - 0.2, height),
        arrowprops={"arrowstyle": "-|>", "color": PHOTON, "shrinkA": 0, "shrinkB": 0},
    )  # fmt: skip


def _source(ax: Axes, theme: palette.Theme) -> None:
    ax.add_patch(Circle(SOURCE, 2.6, facecolor=PHOTON, edgecolor=theme.ink, linewidth=LINE))
    ax.add_patch(Circle(SOURCE, 0.9, facecolor=theme.background, linewidth=0))
    ax.text(SOURCE[0], AXIS - 4.0, "source", ha="center", va="top")


def _sheets(ax: Axes, theme: palette.Theme) -> None:
    for index in range(SHEETS):
        left = FIRST_SHEET + index * (SHEET_WIDTH + SHEET_GAP)
        sheet = Rectangle(
            (left, AXIS - SHEET_HEIGHT / 2), SHEET_WIDTH, SHEET_HEIGHT,
            facecolor=LEAD, edgecolor=theme.ink, linewidth=1.0,
        )  # fmt: skip
        ax.add_patch(sheet)
    middle = FIRST_SHEET + SHEETS * (SHEET_WIDTH + SHEET_GAP) / 2
    ax.text(middle, AXIS + SHEET_HEIGHT / 2 + 1.2, "lead sheets", ha="center", va="bottom")


def _thickness(ax: Axes, left: float, right: float, theme: palette.Theme) -> None:
    """Draw a dimension line, as on a technical drawing."""
    height = AXIS - SHEET_HEIGHT / 2 - 2.2
    ax.annotate(
        "", (left, height), (right, height),
        arrowprops={"arrowstyle": "<|-|>", "color": theme.ink, "shrinkA": 0, "shrinkB": 0},
    )  # fmt: skip
    for x in (left, right):
        ax.plot([x, x], [height - 0.8, AXIS - SHEET_HEIGHT / 2 - 0.4], color=theme.muted, lw=0.8)
    ax.text((left + right) / 2, height - 0.9, "$x$", ha="center", va="top")


def _detector(ax: Axes, theme: palette.Theme) -> None:
    left, length, height = CRYSTAL
    crystal = Rectangle(
        (left, AXIS - height / 2),
        length,
        height,
        facecolor=(PHOTON, GLOW),
        edgecolor=theme.ink,
        linewidth=LINE,
    )
    ax.add_patch(crystal)
    tube_left, tube_length, tube_height = TUBE
    tube = Rectangle(
        (tube_left, AXIS - tube_height / 2), tube_length, tube_height,
        facecolor=theme.faint, edgecolor=theme.ink,
        linewidth=LINE,
    )  # fmt: skip
    ax.add_patch(tube)
    ax.text(left + (length + tube_length) / 2, AXIS - 5.7, "NaI detector", ha="center", va="top")
    x, y, width, tall = COUNTER
    box = FancyBboxPatch(
        (x, y), width, tall, boxstyle="round,pad=0,rounding_size=0.8",
        facecolor=theme.background, edgecolor=theme.ink,
        linewidth=LINE,
    )  # fmt: skip
    ax.add_patch(box)
    ax.text(x + width / 2, y + tall / 2, "counts per s", ha="center", va="center")
    plug = tube_left + tube_length
    ax.plot(
        [plug, plug + 2.5, plug + 2.5], [AXIS, AXIS, y], color=theme.ink, linewidth=LINE, zorder=0
    )


def picture(_data: Path, theme: str) -> Picture:
    """Return the drawing; it shows no measurement."""
    figure = Figure(figsize=SIZE)
    ax = figure.subplots()
    draw(ax, palette.theme(theme))
    return Picture(
        figure,
        "Set-up of the attenuation experiment",
        "Side view: a source sends photons of intensity I0 from the left through lead sheets of "
        "total thickness x. Those that pass, intensity Ix, reach a sodium iodide detector, whose "
        "counter shows counts per second.",
    )


if __name__ == "__main__":
    run(picture)
