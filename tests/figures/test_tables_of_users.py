"""Tables as people have them, from the file to the picture: each can be read at a glance."""

from itertools import combinations
from pathlib import Path
from types import ModuleType

import matplotlib as mpl
import pytest
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.text import Text

from core.tables.line_points import read_line_points
from figures import fit, lingeom, linreg, residuals
from figures.parts.style import rc
from tests.figures.users_tables import USERS_TABLES

FIGURES = [fit, residuals, linreg, lingeom]
TOUCHING = 1.0  # pixel


def labels(axis: Axis, ends: tuple[float, float]) -> list[Text]:
    low, high = sorted(ends)
    ticks = zip(axis.get_majorticklocs(), axis.get_ticklabels(), strict=True)
    return [label for place, label in ticks if low <= place <= high]


def written(figure: Figure) -> list[Text]:
    """Return all that is written in the picture."""
    (ax,) = figure.axes
    found = [*labels(ax.xaxis, ax.get_xlim()), *labels(ax.yaxis, ax.get_ylim()), *ax.texts]
    found += [ax.title, ax.xaxis.label, ax.yaxis.label]
    found += [ax.xaxis.get_offset_text(), ax.yaxis.get_offset_text()]
    found += [text for legend in figure.legends for text in legend.get_texts()]
    return [text for text in found if text.get_text()]


@pytest.mark.parametrize("module", FIGURES)
@pytest.mark.parametrize("name", USERS_TABLES)
def test_nothing_is_cut_off_or_written_over_another(
    module: ModuleType, name: str, tmp_path: Path
) -> None:
    table = tmp_path / name
    table.write_bytes(USERS_TABLES[name])
    with mpl.rc_context(rc("light")):
        figure = module.picture(read_line_points(table), "light").figure
        figure.draw_without_rendering()
        texts = written(figure)
        boxes = [text.get_window_extent() for text in texts]
        ax = figure.axes[0].get_window_extent()
    assert len(texts) > 8
    for text, box in zip(texts, boxes, strict=True):
        assert box.x0 >= 0, text
        assert box.y0 >= 0, text
        assert box.x1 <= figure.bbox.width, text
        assert box.y1 <= figure.bbox.height, text
    for (one, its), (other, others) in combinations(zip(texts, boxes, strict=True), 2):
        across = min(its.x1, others.x1) - max(its.x0, others.x0)
        up = min(its.y1, others.y1) - max(its.y0, others.y0)
        assert min(across, up) <= TOUCHING, f"{one.get_text()!r} lies on {other.get_text()!r}"
    assert ax.height > figure.bbox.height / 3, "words leave the points their picture"
