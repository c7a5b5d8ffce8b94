"""The page and the points that it offers: those of the article and its films, a user's first."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from core.landscape.by_eye import lines_by_eye
from core.project.paths import DATA
from core.tables.dataset import Dataset, read_dataset
from lecture import pieces, style
from lecture.page import filled, in_script, joined

MOST = 500
"""Points that one page can move; of a longer table every k-th is shown."""

_FOLDER = Path(__file__).parent
_SCRIPTS = ("address", "picture", "own_table", "explorer")
_ANSCOMBE = ("I", "II", "III", "IV")


def point_sets(own: Dataset | None = None) -> Iterator[dict[str, Any]]:
    """Yield what the page offers, the user's own table first, each with a line to begin with."""
    if own is not None:
        yield _point_set("own", _thinned(own))
    yield _point_set("header", read_dataset(DATA / "header.csv"))
    for k, numeral in enumerate(_ANSCOMBE, 1):
        quartet = read_dataset(DATA / "anscombe.csv", x=f"x{k}", y=f"y{k}")
        yield _point_set(f"anscombe-{k}", quartet, f"{quartet.title}, {numeral}", ("x", "y"))
    yield _point_set("hubble", read_dataset(DATA / "hubble1929.csv", x="distance", y="velocity"))
    yield _point_set("leaning", read_dataset(DATA / "leaning.csv"))


def _point_set(
    name: str, data: Dataset, title: str | None = None, labels: tuple[str, str] | None = None
) -> dict[str, Any]:
    x_label, y_label = labels or (data.x_label, data.y_label)
    return {
        "name": name,
        "title": title or data.title,
        "source": f"{data.source[:1].upper()}{data.source[1:]}",
        "xLabel": x_label,
        "yLabel": y_label,
        "x": data.x.tolist(),
        "y": data.y.tolist(),
        "line": _first_line(data),
    }


def _first_line(data: Dataset) -> dict[str, float]:
    """Return a line that is worth moving: one that somebody might draw by eye, and too flat."""
    if np.ptp(data.x) == 0:
        return {"slope": 0.0, "height": float(data.y.mean()), "at": float(data.x[0])}
    flatter = lines_by_eye(data.x, data.y)[-1]
    at = flatter.best.x_mean
    return {"slope": flatter.slope, "height": float(flatter.predict(at)), "at": at}


def _thinned(data: Dataset) -> Dataset:
    step = -(-data.x.size // MOST)
    if step == 1:
        return data
    x, y = data.x[::step], data.y[::step]
    title = f"{data.title}, {x.size} of {data.x.size} points"
    return Dataset(x, y, data.x_label, data.y_label, title, data.source)


def explorer_page(own: Dataset | None = None) -> str:
    """Return the page as HTML."""
    return filled(
        _FOLDER / "explorer.html",
        look=style.style_sheet(("text", "italic")),
        drawn=pieces.style_sheet(),
        page=joined([_FOLDER / "explorer.css"]),
        sets=in_script(list(point_sets(own))),
        script=pieces.script(),
        explorer=joined(_FOLDER / f"{name}.js" for name in _SCRIPTS),
    )
