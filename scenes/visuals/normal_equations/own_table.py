"""Which tables NormalEquations shows: all whose points have a line."""

from core.landscape.squared import ResidualLandscape
from scenes.settings import FilmSettings


def refusal(settings: FilmSettings) -> str:
    """Return "": what has no line is refused by who looks for one."""
    data = settings.dataset()
    ResidualLandscape.of(data.x, data.y)
    return ""
