"""Where values have places on the screen: a chart, or whatever looks like one."""

from typing import Protocol

from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.screen import Box


class Pane(Protocol):
    """A part of the screen with a scale along its foot and one along its side."""

    x_scale: Scale
    y_scale: Scale
    box: Box
