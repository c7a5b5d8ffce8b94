"""The points of the film: its own cloud, or a user's table, in units that may be compared.

Which line is nearest depends on the units of both axes. Columns in the same unit are drawn to one
scale; all others in their standard deviations, and the film says so.
"""

from dataclasses import dataclass

import numpy as np

from core.landscape.window import Mask, Window, outside_words
from core.project.paths import DATA
from core.report.numbers import unit
from core.tables.dataset import Dataset, read_dataset
from scenes.settings import FilmSettings
from scenes.visuals.geometric_fit.sheet.cloud import MOST_WAYS, Cloud
from scenes.visuals.geometric_fit.sheet.page import Values
from scenes.visuals.geometric_fit.sheet.turns import Turns, turns_for

LEANING = DATA / "leaning.csv"
FEWEST = 3


@dataclass(frozen=True)
class OwnTable:
    """Points on the sheet and how it is turned; what is said of a user's table.

    ``labels`` are the names of its columns; ``opening`` says how many points there are, in which
    units, ``outside`` how many of them the sheet has no room for, and ``aside`` what follows from
    the units at the end.
    """

    cloud: Cloud
    turns: Turns
    labels: tuple[str, str] | None = None
    opening: str = ""
    outside: str = ""
    aside: str = ""

    @classmethod
    def of(cls, settings: FilmSettings) -> "OwnTable":
        """Read what ``settings`` ask for; ValueError where the film would have nothing to show."""
        if settings.shows_the_article:
            data = read_dataset(LEANING)
            return cls(*_told(np.stack([data.x, data.y], axis=1)))
        data = settings.dataset()
        same = unit(data.x_label) == unit(data.y_label) != ""
        # Who is outside is the same in every picture of a table. Standard deviations are those of
        # all points, or the point outside would not take part in what decides the line.
        window = Window.of(data.x, data.y)
        cloud, turns = _told(_points(data, same_unit=same), window.inside)
        n = data.x.size
        few = f"; {MOST_WAYS} distances are drawn" if n > MOST_WAYS else ""
        scale = "both axes to one scale" if same else "each axis in standard deviations"
        return cls(
            cloud,
            turns,
            (data.x_label, data.y_label),
            f"{n:,} points, {scale}{few}.",
            _outside(cloud),
            "" if same else "In other units, another line is nearest.",
        )


def refusal(settings: FilmSettings) -> str:
    """Return ""; ValueError says why the film would have nothing to show."""
    OwnTable.of(settings)
    return ""


def _points(data: Dataset, *, same_unit: bool) -> Values:
    if data.x.size < FEWEST:
        raise ValueError(
            f"one line meets {'a single point' if data.x.size == 1 else 'two points'} however the "
            f"sheet is turned; this film needs {FEWEST} or more"
        )
    columns = []
    for name, values in (("x", data.x), ("y", data.y)):
        if np.ptp(values) == 0:
            raise ValueError(
                f"all {name} are equal: the points lie on one line, and every fit finds it"
            )
        # By halves, so that no difference is too large for a float.
        columns.append(values / 2 - values.mean() / 2 if np.isfinite(values.sum()) else values / 2)
    about = np.stack(columns, axis=1)
    about /= np.abs(about).max() if same_unit else np.abs(about).max(axis=0)
    points: Values = about - about.mean(axis=0)
    return points if same_unit else points / points.std(axis=0)


def _outside(cloud: Cloud) -> str:
    words = outside_words(cloud.outside.size, cloud.inside.size)
    return f"{words}, but {'counts' if cloud.outside.size == 1 else 'count'}." if words else ""


def _told(points: Values, inside: Mask | None = None) -> tuple[Cloud, Turns]:
    cloud = Cloud.of(points, inside)
    if not cloud.fit.unique:
        raise ValueError(
            "the points spread equally in all directions: no line is nearer to them than all others"
        )
    if cloud.is_thin:
        raise ValueError(
            "the points lie so close to one line that every fit finds it, however the sheet is "
            "turned: this film would have nothing to show"
        )
    turns = turns_for(cloud)
    if turns is None:
        raise ValueError(
            "however the sheet is turned, its fits are too near to each other to be told apart, "
            "or their distances leave the picture: this film would have nothing to show"
        )
    return cloud, turns
