"""What is seen of Correlation: one rehearsal, looked at frame by frame.

Test modules take ``seen`` from here, and ``TOGETHER`` as their ``pytestmark``.
"""

from itertools import dropwhile
from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from core.tables.dataset import read_dataset
from scenes.correlation import FAST_ONES, SHUFFLES
from scenes.visuals.correlation.points.card import TWO_DECIMALS
from scenes.visuals.correlation.points.sets import ANSCOMBE
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

TABLES = [read_dataset(ANSCOMBE, f"x{k}", f"y{k}") for k in (1, 2, 3, 4)]
LONE = int(np.argmax(TABLES[3].x))
CORNERS_OF_A_BRICK = 16
FIRST_ONES = SHUFFLES + FAST_ONES
SHARED = ["0.50", "3.00", "0.82"]


def look(film):
    """For each frame: the step, what the card says, and the points with all that follows them."""
    stage, cell = film.stage, film.stage.cell
    here = set(film.get_mobject_family_members())
    return SimpleNamespace(
        step=film.steps[-1][0],
        resting=film.renderer.resting,
        card=[value.number.text for value in stage.card.of_the_line],
        p=stage.card.p.text,
        p_is_seen=stage.card.p in here,
        n_is_seen=stage.card.n in here,
        shares=[one.words in here for one in (stage.chance.tally, stage.lone.tally, stage.tails)],
        shade=stage.tails.shade.points.copy() if stage.tails.shade in here else None,
        places=(cell.points.x.copy(), cell.points.y.copy()),
        line=(cell.line.a, cell.line.b),
        drawn=drawn(cell),
        bars=[np.ptp(bar.points[:, 1]) if len(bar.points) else 0.0 for bar in bars(cell.rise)],
        bricks=bricks(stage.chance.pile),
        lone_bricks=bricks(stage.lone.pile),
        room=stage.chance.pile.chart.y_scale.high,
        laid=[(one.chart.area, one.chart.y_scale.high) for one in (stage.chance, stage.lone)],
        opened=stage.chance.lens.opened if stage.chance.lens in here else 0.0,
        edges=stage.chance.lens.far.get_stroke_opacity(),
        brick=values(stage.lone.chart, stage.lone.pile.far.points)[0],
        others=stage.lone.pile.near.get_fill_opacity(),
        levels=len(cell.rods.points) if cell.rods in here else 0,
        bell=stage.bell in here,
        level=stage.level in here,
        sizes=(stage.card.r.number.size, stage.card.p.number.size),
        ours_at=stage.lone.ours.r,
        jaws=stage.press.jaws.points.copy() if stage.press.jaws in here else None,
        sees=stage.sees in here,
        lit=cell.points.bright & bool(cell.points.lit),
        found=stage.chance.pile.far.get_fill_color() == stage.chance.pile.colours[1],
        ours_found=stage.lone.pile.found,
        compared=[one.text for one in numbers_of(stage.lengths) if one in here],
        hill=stage.hill.points.copy() if stage.hill in here else None,
        shape=cell.chart.box.height / cell.chart.box.width,
        wide=cell.chart.box.width,
        singled=singled(cell.points),
        trails=len(stage.trails.points),
        lines=sum(line in here for line in stage.fan),
        counts=all(one in here for one in stage.counts),
        shown=stage.chance.pile.shown,
        trading=0 < stage.chance.pile.shown < FIRST_ONES and cell.points in here,
        landed=landed(stage.chance.pile),
        counted=[one.p in here for one in (stage.chance, stage.lone)],
        marked=cell.points.marked,
        pair=cell.points.pair,
    )


def bars(rise):
    return rise.rise_bar, rise.spread_bar


def numbers_of(lengths):
    return lengths.rise, lengths.spread, lengths.share


def drawn(cell):
    """Return where the middles of the discs lie in the chart, from the lowest to the highest."""
    discs = np.concatenate([part.points for part in cell.points.get_family()])
    x, y = values(cell.chart, discs.reshape(11, -1, 3).mean(axis=1))
    return np.array([x, y])[:, np.argsort(y)]


def singled(coins):
    """Return where the discs lie that have a colour of their own, as places on the screen."""
    usual = coins.colours[0].to_hex()
    return [
        coin.points.mean(axis=0)
        for coin in coins.submobjects
        if coin.get_fill_color().to_hex() != usual
    ]


def landed(pile):
    """Tell which bricks lie where they belong."""
    number = np.arange(pile.x.size)
    return (pile.shown - number >= pile.falling) | (number < pile.landed)


def bricks(pile):
    return (len(pile.near.points) + len(pile.far.points)) // CORNERS_OF_A_BRICK


WATCHED = Watched("Correlation", look)
TOGETHER = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return SimpleNamespace(stage=WATCHED.film.stage, frames=WATCHED.frames)


def of(seen, step):
    return [frame for frame in seen.frames if frame.step == step]


def wandering(seen, step):
    """Return the frames of a step from that on which the points have the numbers of all sets."""
    return list(dropwhile(lambda frame: frame.card != SHARED, of(seen, step)))


def last(seen, step):
    return of(seen, step)[-1]


def numbers(x, y):
    fit = fit_line(x, y)
    return [TWO_DECIMALS.write(v) for v in (fit.slope, fit.intercept, pearson_test(x, y).r)]


def r_of(frame):
    return pearson_test(*frame.places).r


def rising(x, y):
    order = np.lexsort((y, x))
    return np.array([x[order], y[order]])


def lay_out(seen, step):
    """Let all bricks lie where they were at the end of a step."""
    for chance, (area, room) in zip(
        (seen.stage.chance, seen.stage.lone), last(seen, step).laid, strict=True
    ):
        chance.chart.set_area(area)
        chance.pile.set_room(room)
