"""What is seen of LinearRegression2D: one rehearsal, looked at frame by frame."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from core.landscape.residual import relative_residual, residual
from tests.scenes.linear_regression_2d_curves_seen import (
    Drawn,
    Single,
    bands,
    drawn,
    fillings,
    labels,
    single,
    tops,
)
from tests.scenes.linear_regression_2d_lines_seen import Places, Shown, areas, level, line_of, shown
from tests.scenes.linear_regression_2d_surface_seen import BEST, DATA, Crosswise, crosswise
from tests.scenes.rehearsal import Watched

OPTIMUM = BEST.slope, BEST.intercept


@dataclass(frozen=True)
class Frame:
    """One frame: its lines, its numbers, its tanks, and each curve that is on screen."""

    step: str
    line: tuple[float, float]
    lines: tuple[Shown, ...]
    numbers: dict[str, float]
    marks: tuple[float | None, ...]
    tank: float
    top: float
    whole: bool
    darkened: float
    dark: float | None
    drawn: dict[str, Drawn]
    curves: frozenset[str]
    poured: tuple[tuple[float, float], ...]
    single: "Single | None"
    bands: Places | None
    tops: Places | None
    layers: Places | None
    units: Places | None
    lit: tuple[float, ...]
    fan: tuple[tuple[float, float], ...]
    stacked: float
    labels: dict[str, float]
    beaten: float | None
    called: tuple[str, ...]
    mark_named: bool
    cross: "Crosswise | None"


def look(film: Any) -> Frame:
    stage, hero = film.stage, film.stage.hero
    on_screen = {id(part) for top in film.mobjects for part in top.get_family()}

    def seen(part: Any) -> bool:
        return id(part) in on_screen

    valleys = {
        "a": stage.slope,
        "b": stage.second,
    }
    stack = stage.stack
    a, b = hero.line.a, hero.line.b
    return Frame(
        film.steps[-1][0],
        line_of(hero),
        tuple(shown(rival, seen) for rival in stage.rivals if seen(rival.squares)),
        {
            name: float(value.number.text)
            for name in ("a", "b", "epsilon")
            if seen((value := getattr(stage.values, name)).number)
        },
        tuple(level(r.tank, r.tank.mark) if seen(r.tank.mark) else None for r in stage.rivals),
        level(hero.tank, hero.tank.content) or 0.0,
        float(hero.tank.content.points[:, 1].max()),
        float(hero.tank.mark.get_stroke_opacity()) > 0.99,
        float(hero.tank.below.get_fill_opacity()),
        level(hero.tank, hero.tank.below),
        {name: drawn(valley) for name, valley in valleys.items() if seen(valley.marker)},
        frozenset(name for name, valley in valleys.items() if seen(valley.curve)),
        tuple(
            pair
            for rival in stage.rivals
            if seen(rival.pouring)
            for pair in zip(areas(rival.pouring), areas(rival.squares), strict=True)
        ),
        single(stage, seen) if seen(stage.single.square) else None,
        bands(stack) if seen(stack) else None,
        tops(stack) if seen(stack) else None,
        fillings(stack, hero.tank) if seen(stack.layers) else None,
        _spans(hero.tank, stage.units) if seen(stage.units) else None,
        tuple(frame.get_stroke_opacity() if seen(frame) else 0.0 for frame in stage.lit.frames),
        tuple(stage.fan.lines) if seen(stage.fan) else (),
        float(stack.at(a, b).sum()),
        labels(stage.relative_axis, hero.tank.levels) if seen(stage.relative_axis) else {},
        level(hero.tank, stage.beaten) if seen(stage.beaten) else None,
        tuple(
            name
            for name, writing in (
                ("line 2", hero.name),
                ("best", stage.best_name),
            )
            if seen(writing) and _opacity(writing) > 0.5
        ),
        any(
            seen(name) and _opacity(name) > 0.99 for name in (stage.least_so_far, stage.found_name)
        ),
        crosswise(stage, seen) if seen(stage.crosswise.sheet.sheet) else None,
    )


def _opacity(writing: Any) -> float:
    """Return how well ``writing`` is seen."""
    return max(float(part.get_fill_opacity()) for part in writing.family_members_with_points())


def _spans(tank: Any, units: Any) -> Places:
    """Return from where to where (n, 2) copies of the unit go, as epsilon."""
    up = units.points.reshape(units.copies, -1, 3)[:, :, 1]
    ends = np.stack([up.min(axis=1), up.max(axis=1)], axis=1)
    spans: Places = tank.levels.span * (ends - tank.box.bottom) / tank.box.height
    return spans


WATCHED = Watched("LinearRegression2D", look)


def of_step(*steps: str) -> list[Frame]:
    """Return the frames of these steps."""
    found = [frame for frame in WATCHED.frames if frame.step in steps]
    assert len(found) > 8 * len(steps)
    return found


def frames_after(step: str) -> list[Frame]:
    """Return the frames of all steps after ``step``."""
    last = max(k for k, frame in enumerate(WATCHED.frames) if frame.step == step)
    return WATCHED.frames[last + 1 :]


def epsilon(line: tuple[float, float]) -> float:
    """Return the sum of squared residuals of a line."""
    return float(residual(DATA.x, DATA.y, *line))


def heights(frames: list[Frame]) -> Places:
    """Return epsilon_rel of the large line in each frame."""
    a, b = np.transpose([frame.line for frame in frames])
    return relative_residual(DATA.x, DATA.y, a, b)
