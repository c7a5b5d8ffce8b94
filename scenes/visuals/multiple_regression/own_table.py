"""Which tables MultipleRegression shows: two columns that are told apart, and what they explain."""

import numpy as np

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from core.tables.plane_points import PlanePoints, read_plane_points
from core.writing.text import shorten
from scenes.settings import FilmSettings

FEWEST = 4  # a plane meets any three points
# Columns that go together more closely stand on a strip so narrow that a sheet on it has no tilt.
MOST_ALIKE = 0.95
NOTHING = 1e-9  # of the sum of squares, but for rounding
LETTERS = 40


def plane_points(settings: FilmSettings) -> PlanePoints:
    """Return the points of a user's own table; ValueError where the film cannot show them."""
    if settings.x is None:
        raise ValueError("it needs two columns that explain a third: X=first,second Y=third")
    points = read_plane_points(settings.data, settings.x, settings.y, settings.sheet)
    n = len(points.values)
    if n < FEWEST:
        raise ValueError(f"{n} rows are too few: a plane meets any three, so give {FEWEST} or more")
    first, second, explained = labels = [repr(shorten(text, LETTERS)) for text in points.labels]
    for label, column in zip(labels, points.values.T, strict=True):
        if np.ptp(column) == 0:
            raise ValueError(f"{label} is {column[0]:g} in every row: choose another column")
    x1, x2, y = points.values.T
    r = pearson_test(x1, x2).r
    if abs(r) > MOST_ALIKE:
        raise ValueError(
            f"{first} and {second} go together (r = {r:.3f}), so that their shares in {explained} "
            "cannot be told apart: choose columns that differ more"
        )
    line = fit_line(x1, y)
    if 1 - line.r_squared <= NOTHING:
        raise ValueError(f"{first} alone explains every {explained}: nothing is left for {second}")
    fit_multiple(points.values[:, :2], y)
    return points


def refusal(settings: FilmSettings) -> str:
    """Return "": what the film cannot show is refused by who reads it."""
    plane_points(settings)
    return ""
