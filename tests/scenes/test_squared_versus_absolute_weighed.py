"""Beside the line of least lengths stands what they add up to: it grows whichever way it tips."""

import re

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from core.landscape.absolute import absolute_residual
from tests.scenes.squared_versus_absolute_seen import (
    HEIGHTS,
    MANY,
    WATCHED,
    best,
    dragged,
    frames,
    shown,
)

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def film():
    return WATCHED.film


def weighed(film, step):
    """Return the looks at the frames of a step in which the sum is there and can move."""
    seen = [f for f in frames(step) if shown(f, film.drag.weighed.misses)]
    return [f for f in seen if shown(f, film.drag.weighed.total.layers)]


def tipping(frame, resting):
    """Return how much too high the line is at the stray point."""
    lines = frame.balances[1].line, resting.expected
    return round(float(np.subtract(*(np.polyval(line, MANY.x[-1]) for line in lines))), 6)


@pytest.mark.parametrize("step", ["balance", "cross"])
def test_the_level_is_what_the_lengths_add_up_to(film, step):
    tank = film.drag.weighed.total.tank
    looks = weighed(film, step)
    assert len(looks) > 20
    for frame in looks:
        one = frame.balances[1]
        total = float(absolute_residual(*dragged(one.height), *one.line))
        assert frame.weighed == pytest.approx(tank.top_of(total), abs=1e-6)
        assert tank.top_of(total) < tank.box.top, "it does not spill"


def test_tipped_either_way_the_sum_grows_above_its_mark_and_the_line_comes_back(film):
    looks = weighed(film, "balance")
    resting = best(fit_least_absolute, HEIGHTS.far)
    ways = set()
    for frame in looks:
        tip = tipping(frame, resting)
        assert shown(frame, film.drag.weighed.total.tank.mark)
        assert (frame.weighed > frame.least + 1e-6) == (tip != 0)
        ways.add(np.sign(tip))
    assert ways == {-1, 0, 1}
    highest = [max(f.weighed for f in looks if np.sign(tipping(f, resting)) == k) for k in (-1, 1)]
    assert min(highest) > looks[-1].least + 0.25, "to be seen: 30 pixels at 1080p"
    assert looks[-1].balances[1].line == resting


def test_once_crossed_and_let_go_the_sum_falls_until_a_point_is_met(film):
    let_go = [
        f
        for f in weighed(film, "cross")
        if f.balances[1].height > HEIGHTS.beyond - 1e-6
        and shown(f, film.drag.weighed.total.tank.mark)
    ]
    first = next(k for k, f in enumerate(let_go) if shown(f, film.drag.ringed))
    falling = [f.weighed for f in let_go[: first + 1]]
    assert np.all(np.diff(falling) <= 1e-6)
    assert falling[0] - falling[-1] > 0.25
    caught = let_go[-1].ringed
    assert let_go[first].balances[1].line == best(fit_least_absolute, HEIGHTS.beyond)
    assert let_go[-1].balances[1].line == best(fit_least_absolute, HEIGHTS.beyond)
    on_it = np.polyval(let_go[-1].balances[1].line, MANY.x[caught])
    assert on_it == pytest.approx(MANY.y[caught], abs=1e-6)
    for met in let_go[first:]:
        assert met.weighed == pytest.approx(falling[-1])
        assert met.least == pytest.approx(falling[-1])


def test_tipped_more_pull_the_line_back_than_on(film):
    resting = best(fit_least_absolute, HEIGHTS.far)
    seen = set()
    for frame in weighed(film, "balance"):
        way = np.sign(tipping(frame, resting))
        up, down = counted(frame.balances[1])
        assert np.sign(down - up) == way
        seen.add(way)
    assert seen == {-1, 0, 1}


@pytest.mark.parametrize("words", ["Tip it: ", "The other way: "])
def test_the_arrow_that_pulls_back_comes_into_its_stack_in_ink(film, words):
    said = next(one for one in film.sentences if one.text.startswith(words))
    last = [f for f in frames("balance") if said.start < f.time < said.end][-1]
    assert last.in_ink
    assert tuple(last.stacked) == counted(last.balances[1])
    assert sum(last.stacked) == MANY.x.size - 1


def test_its_lever_is_seen_while_its_pull_is_said_to_decide(film):
    said = next(one for one in film.sentences if one.text.endswith("its pull decides."))
    during = [f for f in frames("balance") if said.start + 0.8 < f.time < said.end]
    assert during
    assert all(f.levered == 1 and shown(f, film.drag.ringed.lever) for f in during)
    assert not any(f.levered for f in frames("cross"))


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("turned over: ", "cross"),
        ("this point holds it: ", "cross"),
    ],
)
def test_as_many_are_said_to_pull_as_do(film, words, step):
    said = next(one for one in film.sentences if words in one.text)
    counts = tuple(int(number) for number in re.findall(r"\d+", said.text))
    during = [f for f in frames(step) if said.start + 0.3 < f.time < said.start + 1.4]
    for frame in during:
        assert counts == counted(frame.balances[1])
        assert counts == tuple(frame.stacked)
    assert during


def counted(balance):
    """Return how many points lie above its line, and how many below."""
    x, y = dragged(balance.height)
    misses = np.round(y - np.polyval(balance.line, x), 6)
    return (misses > 0).sum(), (misses < 0).sum()
