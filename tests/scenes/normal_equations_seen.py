"""What is seen of NormalEquations: one rehearsal, looked at frame by frame."""

from types import SimpleNamespace

from core.fits.line import fit_line
from core.fits.normal_equations import NormalEquations as Sums
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from tests.scenes.rehearsal import Watched

DATA = read_dataset(HEADER_DATA)
TOTAL = Sums.of(DATA.x, DATA.y)
BEST = fit_line(DATA.x, DATA.y)


def look(film):
    """For each frame: the step, what is on screen of the stage, and where the line lies."""
    stage, rows, step = film.stage, film.stage.rows, film.steps[-1][0]
    on_screen = {id(part) for top in film.mobjects for part in top.get_family()}

    def there(formula):
        return all(id(glyph) in on_screen for glyph in formula)

    def seen(part):
        return id(part) in on_screen

    return SimpleNamespace(
        step=step,
        time=film.renderer.time,
        front=stage.summing.passed.front,
        sums={k: float(v.number.text) for k, v in stage.summing.values.items()},
        points=seen(stage.points),
        line=seen(stage.line),
        ends=stage.line.points[[0, -1]].copy(),
        demanded=there(rows.shift) and there(rows.turn),
        multiplied=all(map(there, rows.times)),
        left=there(rows.left),
        result=there(rows.slope),
        second_result=there(rows.intercept),
        value=there(rows.slope_value),
        named={kind: one.shares[kind].merged for one in stage.heights[:1] for kind in one.shares},
        defined={letter for letter, one in stage.defined.items() if there(one)},
        now=(stage.line.a, stage.line.b),
        epsilon=stage.epsilon.value,
        miss_beam=seen(stage.misses[0].beam) and abs(tilt(stage.misses[0])) < 1e-6,
        misses=[tilt(one) if seen(one) else None for one in stage.misses],
        beams=[tilt(one) if seen(one.beam) else None for one in stage.heights],
        # While they are solved for, the columns are on screen in parts.
        heights=[
            tilt(one) if seen(one) or (step == "solve" and seen(one.beam)) else None
            for one in stage.heights
        ],
    )


def tilt(columns):
    """Return by how much the left end of a beam is higher than its right end."""
    return columns.beam.points[0, 1] - columns.beam.points[-1, 1]


WATCHED = Watched("NormalEquations", look)
