"""Whether a film can show a table, told before anything is drawn.

A film that shows tables of a user's own has a file ``own_table.py`` in its room. Its function
``refusal`` gets the settings and returns a sentence that says why the film cannot show this table,
or "". The file loads nothing that draws: asking is quick.
"""

import importlib
import re
from importlib.util import find_spec

from core.tables.plane_points import names_two_columns
from scenes.settings import FilmSettings

OF_TWO = "MultipleRegression"  # columns that explain a third


def module_of(film: str) -> str:
    """Return the name of a film's module, and of its room.

    >>> module_of("LinearRegression2D")
    'linear_regression_2d'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])", "_", film).lower()


def refusal(film: str, settings: FilmSettings) -> str:
    """Return a sentence that says why ``film`` cannot show the table of ``settings``, or ""."""
    room = f"scenes.visuals.{module_of(film)}"
    if settings.shows_the_article or find_spec(room) is None:
        return ""
    if find_spec(f"{room}.own_table") is None:
        return "it tells of data of its own and shows no other table"
    try:
        said = str(importlib.import_module(f"{room}.own_table").refusal(settings))
    except (ValueError, OSError) as error:
        said = " ".join(str(error).split())
    if said and film != OF_TWO and names_two_columns(settings.data, settings.x, settings.sheet):
        return f"X={settings.x} names two columns: {OF_TWO} is the film that takes two"
    return said


def require_able(film: str, settings: FilmSettings) -> None:
    """Raise ValueError when ``film`` cannot show the table of ``settings``."""
    if why := refusal(film, settings):
        raise ValueError(why)
