"""Which tables Correlation shows: those of three points or more that have an r."""

from core.fits.correlation import pearson_test
from scenes.settings import FilmSettings


def refusal(settings: FilmSettings) -> str:
    """Return why r says nothing of the table, or ""."""
    data = settings.dataset()
    pearson_test(data.x, data.y)
    return "" if data.x.size > 2 else "two points always lie on a line: r says nothing of them"
