"""Which tables SquaredVersusAbsolute shows: those with a point that tears one line, not both."""

from scenes.settings import FilmSettings
from scenes.visuals.squared_versus_absolute.stray import stray_of


def refusal(settings: FilmSettings) -> str:
    """Return "": a table without such a point is refused by who looks for one."""
    data = settings.dataset()
    stray_of(data.x, data.y)
    return ""
