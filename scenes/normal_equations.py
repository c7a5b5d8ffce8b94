"""From the residual to the closed form: every term travels from where it was to where it goes.

Storyboard
    question    points, a line and the squares of its misses: epsilon is their sum
    level       the line turns; where epsilon is least, its tangent is level
    gradient    both derivatives of epsilon are 0: two equations
    collect     multiply out; what is known crosses the equals sign; a matrix
    letters     the sums become A, B, C, D and N
    slope       row 2 minus N/B times row 1 leaves a alone
    intercept   row 1 minus A/B times row 2 leaves b alone
    closed      times B, above and below: both have the same denominator
    numbers     one pass over the points fills the five sums
    line        the sums give a and b, and these the line
"""

from math import pi

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    Indicate,
    MathTypst,
    MoveToTarget,
    ReplacementTransform,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    VMobject,
    Write,
    smooth,
)
from manim.typing import Point3DLike

from core import palette
from core.dataset import read_dataset
from core.landscape import ResidualLandscape
from scenes import derivation
from scenes.data_pass import DataPass
from scenes.film import Film
from scenes.panel import Box, Panel, Scale
from scenes.regression_plot import DataPoints, FittedLine, Residuals, ResidualSquares
from scenes.running_sums import DEFINITIONS, RunningSums, definition
from scenes.sweep_plot import Parameter
from scenes.tangent_plot import TangentPlot
from scenes.travel import Way, late, term_flights, travel, ways
from scenes.typeset import formula, words

DATA_BOX = Box(left=-5.8, bottom=-2.7, width=5.6, height=5.2)
CURVE_BOX = Box(left=1.4, bottom=-2.6, width=4.2, height=2.9)
# epsilon_rel of the line that the film starts with.
HEIGHT = 4.0
SMALL, MIDDLE, LARGE = 40, 58, 76
EQUATIONS = (0.0, -0.5, 0.0)
MATRIX = (0.0, 1.1, 0.0)
NOTE = (0.0, 3.0, 0.0)
LEFT_RESULT, RIGHT_RESULT = np.array([-3.1, -1.45, 0.0]), np.array([3.1, -1.45, 0.0])


class NormalEquations(Film):
    """The least-squares line from its definition to its numbers."""

    poster_step = "closed"
    poster_share = 0.9

    def construct(self) -> None:
        """Tell the storyboard."""
        self.data = read_dataset(self.settings.data, self.settings.x, self.settings.y)
        self.landscape = ResidualLandscape.of(self.data.x, self.data.y)
        self.ask()
        self.find_level()
        self.differentiate()
        self.collect()
        self.name_the_sums()
        self.isolate_slope()
        self.isolate_intercept()
        self.close()
        self.add_up()
        self.draw_line()

    def ask(self) -> None:
        """Show a line over the points and say what epsilon is."""
        self.step(
            "question",
            "Which line is best? Epsilon adds up the squared misses.",
            "It depends only on the slope a and the intercept b.",
        )
        x, y = self.data.x, self.data.y
        self.a = ValueTracker(self.landscape.slope - self.landscape.slope_reach(HEIGHT))
        self.panel = Panel(DATA_BOX, Scale.around(x, 0.06), Scale.around(y, 0.16), self.theme)
        labels = self.panel.put_labels(
            words(self.data.x_label, colour=self.theme.muted),
            words(self.data.y_label, colour=self.theme.muted),
        )
        self.plot = VGroup(self.panel, labels)
        self.points = DataPoints(self.panel, x, y).set_z_index(3)
        self.epsilon = self._formula(derivation.EPSILON, (3.2, 2.3, 0.0), SMALL)
        line = FittedLine(self.panel, *self.current_line()).set_z_index(2)
        squares = ResidualSquares(self.panel, x, y, *self.current_line()).set_z_index(1)
        residuals = Residuals(self.panel, x, y, *self.current_line()).set_z_index(1)
        self.turning = VGroup(squares, residuals, line)
        self.add(self.plot)
        appear = UpdateFromAlphaFunc(self.points, lambda m, s: m.set_shown(s))
        self.play(appear, run_time=1.0)
        self.play(Create(line), FadeIn(residuals, squares), run_time=1.0)
        self.play(Write(self.epsilon), run_time=1.5)
        self.wait(1.5)

    def find_level(self) -> None:
        """Turn the line until the tangent of epsilon is level."""
        self.step(
            "level",
            "Turn the line: epsilon falls, and then it rises again.",
            "At the lowest point its tangent is level. The derivative is 0.",
        )
        best, reach = self.landscape.slope, self.landscape.slope_reach(HEIGHT)
        curve = TangentPlot(
            CURVE_BOX,
            reach=reach,
            parameter=Parameter.slope(self.landscape),
            theme=self.theme,
        ).set_place(self.a.get_value())
        self.play(FadeIn(curve.fixed), Create(curve.parabola), run_time=0.75)
        self.play(FadeIn(curve.moving), run_time=0.5)
        self.settle(self.plot, self.epsilon, curve.fixed, curve.parabola)
        for part in self.turning:
            part.add_updater(lambda m: m.set_line(*self.current_line()))
        curve.moving.add_updater(lambda _: curve.set_place(self.a.get_value()))
        for target, run_time in ((best + 0.75 * reach, 1.5), (best, 1.25)):
            self.play(self.a.animate.set_value(target), run_time=run_time)
        self.wait(1.0)
        for part in (*self.turning, curve.moving):
            part.clear_updaters()
        self.play(
            FadeOut(curve, self.turning, self.plot, self.points),
            self.epsilon.animate.scale(MIDDLE / SMALL).move_to((0, 2.45, 0)),
            run_time=0.75,
        )

    def differentiate(self) -> None:
        """Let both derivatives grow out of epsilon."""
        self.step(
            "gradient",
            "So both derivatives must be 0, in a and b.",
            "The exponent 2 comes down. For a, an x comes out too.",
        )
        self.equations = self._formula(derivation.GRADIENT, EQUATIONS)
        part = self.epsilon.select
        names = ("S", "l", "a", "x", "p", "b", "m", "y", "r")
        copies = [Way(part(name), f"{name}{row}") for row in "12" for name in names]
        down = [Way(part("two"), f"two{row}", -0.5 * pi) for row in "12"]
        inner = [Way(part("x"), "out", 0.4 * pi)]
        travel(self, None, self.equations, [*copies, *down, *inner], run_time=2.5)
        self.wait(2.25)

    def collect(self) -> None:
        """Multiply out, part the unknown from the known, and write it as a matrix."""
        self.step(
            "collect",
            "The 2 drops out. Multiply out, and add each kind of term on its own.",
            "What is known crosses the equals sign.",
            "Two equations for two unknowns: one matrix.",
        )
        self._go(derivation.COLLECTED, derivation.TO_COLLECTED, 2.0, EQUATIONS)
        self.wait(0.75)
        self.play(FadeOut(self.epsilon), run_time=0.5)
        self._go(derivation.SPLIT, derivation.TO_SPLIT, 1.5, EQUATIONS)
        self.wait(0.5)
        self._go(derivation.SUMS, derivation.TO_SUMS, 1.75)
        self.wait(0.75)

    def name_the_sums(self) -> None:
        """Let each sum go into the legend and send its letter back."""
        self.step("letters", "The data enter only through five sums. Call them A, B, C, D and N.")
        self.legend = {letter: definition(letter, self.theme, 38) for letter in DEFINITIONS}
        row = VGroup(*self.legend.values()).arrange(RIGHT, buff=0.75).move_to((0, -3.05, 0))
        letters = {name: entry.select("letter") for name, entry in self.legend.items()}
        for entry, letter in zip(row, letters.values(), strict=True):
            entry.shift((0, row.get_y() - float(letter.get_y()), 0))
        flights = [
            flight
            for name, parts in derivation.SUM_OF.items()
            for flight in self._into_legend(name, parts)
        ]
        arriving = [flight.target_mobject for flight in flights]
        rest = VGroup(*(glyph for entry in row for glyph in entry if glyph not in arriving))
        self.play(*flights, FadeIn(rest, rate_func=late), run_time=1.5)
        self.add(*row)
        back = [Way(letters[name[0]], name, -0.25 * pi) for name in ("A", "B", "B2", "C", "D")]
        self._go(derivation.LETTERS, [*ways("a b e n>N"), *back], 1.5)
        self.wait(0.75)

    def isolate_slope(self) -> None:
        """Subtract N/B times the first row from the second."""
        self.step(
            "slope",
            "Take N over B times the first row from the second.",
            "The b disappears, and the slope a stands alone.",
        )
        note = self._note('"row 2" - {{N/B : f}} dot "row 1"')
        self._go(derivation.SECOND_MINUS, [*derivation.TO_SECOND_MINUS, *_factors(note)], 1.75)
        self._go(derivation.SLOPE_ALONE, derivation.TO_SLOPE_ALONE, 1.25)
        self.slope = self._bring_out(derivation.SLOPE, "a an ad", LEFT_RESULT)
        self.play(FadeOut(note), run_time=0.5)

    def isolate_intercept(self) -> None:
        """Back at the letters, subtract A/B times the second row from the first."""
        self.step(
            "intercept",
            "The same the other way round: take A over B times the second row from the first.",
            "Now the a disappears, and b stands alone.",
        )
        self._go(derivation.LETTERS, derivation.BACK_TO_LETTERS, 0.75)
        note = self._note('"row 1" - {{A/B : f}} dot "row 2"')
        self._go(derivation.FIRST_MINUS, [*derivation.TO_FIRST_MINUS, *_factors(note)], 1.75)
        self._go(derivation.INTERCEPT_ALONE, derivation.TO_INTERCEPT_ALONE, 1.25)
        self.intercept = self._bring_out(derivation.INTERCEPT, "b bn bd", RIGHT_RESULT)
        self.play(
            FadeOut(note, self.equations),
            self.slope.animate.scale(LARGE / MIDDLE).move_to(LEFT_RESULT + 2 * UP),
            self.intercept.animate.scale(LARGE / MIDDLE).move_to(RIGHT_RESULT + 2 * UP),
            run_time=0.75,
        )

    def close(self) -> None:
        """Multiply by B above and below, and find the same denominator twice."""
        self.step(
            "closed",
            "Multiply above and below by B, and nothing is divided by B any more.",
            "Both denominators are the same number. This is the closed form.",
        )
        note = self._note('"above and below" dot B')
        self.slope = self._close(self.slope, derivation.SLOPE_CLOSED, derivation.TO_SLOPE_CLOSED)
        for source, paths in (
            (derivation.INTERCEPT_CLOSED, derivation.TO_INTERCEPT_CLOSED),
            (derivation.INTERCEPT_SHARED, derivation.TO_INTERCEPT_SHARED),
        ):
            self.intercept = self._close(self.intercept, source, paths)
        red = palette.SLOPE_DENOMINATOR
        verdict = words("the same denominator", colour=red, size=40).move_to((0, -1.4, 0))
        shared = (self.slope.select("ad"), self.intercept.select("bd"))
        self.play(
            FadeOut(note),
            FadeIn(verdict, shift=0.15 * UP),
            *(Indicate(part, scale_factor=1.1, color=red) for part in shared),
            run_time=1.0,
        )
        self.wait(1.0)
        self.play(FadeOut(verdict), run_time=0.5)

    def add_up(self) -> None:
        """Pass once over the points; the five sums add up."""
        self.step("numbers", "Now the data. One pass over the points adds up all five sums.")
        self.sums = RunningSums(self.data.x, self.data.y)
        heights = dict(zip(DEFINITIONS, np.linspace(1.55, -0.95, 5), strict=True))
        places = {letter: np.array([5.9, height, 0.0]) for letter, height in heights.items()}
        self.count = DataPass(self.panel, self.sums, places, self.theme)
        moves = [self._into_list(letter, height) for letter, height in heights.items()]
        self.play(
            *moves,
            self.slope.animate.scale(SMALL / LARGE).move_to((1.9, 2.85, 0)),
            self.intercept.animate.scale(SMALL / LARGE).move_to((5.0, 2.85, 0)),
            FadeIn(self.plot),
            run_time=1.25,
        )
        self.play(FadeIn(self.count), run_time=0.5)
        fixed = (self.plot, self.slope, self.intercept, *self.legend.values(), self.count.waiting)
        self.settle(*fixed)
        place = ValueTracker(self.panel.x_scale.low).set_z_index(1)
        self.count.moving.add_updater(lambda _: self.count.set_place(place.get_value()))
        end = self.panel.x_scale.high
        self.play(place.animate.set_value(end), run_time=3.5, rate_func=steadily)
        self.count.moving.clear_updaters()
        self.play(FadeOut(self.count.front), run_time=0.25)

    def draw_line(self) -> None:
        """Put the sums into the closed form and draw the line it gives."""
        self.step(
            "line",
            "Put them into the two formulas. They give the slope, the intercept, and the line.",
            "No other line has a smaller epsilon.",
        )
        total = self.sums.total
        a, b = total.solve()
        rows = [
            self._evaluated("slope", "a", "an", total.slope_numerator, a),
            self._evaluated("intercept", "b", "bn", total.intercept_numerator, b),
        ]
        VGroup(*rows).arrange(DOWN, buff=0.3, aligned_edge=LEFT).move_to((3.3, -2.5, 0))
        for row in rows:
            goals = {"above": "BCDN", "below": "ABN"}
            flights = [
                self._dive(letter, row.select(part))
                for part, letters in goals.items()
                for letter in letters
            ]
            self.play(*flights, FadeIn(row, rate_func=late), run_time=1.5)
        sign = "+" if b >= 0 else "-"
        slope = f"{{{{slope({written(a)}) : a}}}}"
        intercept = f"{{{{intercept({written(abs(b))}) : b}}}}"
        source = f"y = {slope} thin x {sign} {intercept}"
        equation = self._formula(source, (0.0, 3.35, 0.0), SMALL)
        equation.align_to(self.panel.axes(), RIGHT)
        values = [Way(rows[0].select("value"), "a"), Way(rows[1].select("value"), "b")]
        travel(self, None, equation, values, run_time=1.0)
        self.line = FittedLine(self.panel, a, b).set_z_index(1)
        self.play(Create(self.line), run_time=1.25)
        self.wait(2.0)

    def current_line(self) -> tuple[float, float]:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), self.landscape.intercept

    def _formula(self, source: str, place: Point3DLike, size: float = MIDDLE) -> MathTypst:
        return formula(source, colour=self.theme.ink, size=size).move_to(place)

    def _go(
        self, source: str, paths: list[Way], run_time: float, place: Point3DLike = MATRIX
    ) -> None:
        """Travel from the equations on screen to the next ones."""
        following = self._formula(source, place)
        travel(self, self.equations, following, paths, run_time=run_time)
        self.equations = following

    def _close(self, old: MathTypst, source: str, paths: list[Way]) -> MathTypst:
        """Travel from the result ``old`` to ``source``, where it stands."""
        following = self._formula(source, old.get_center(), LARGE)
        travel(self, old, following, paths, run_time=1.25)
        return following

    def _note(self, source: str) -> MathTypst:
        note = formula(source, colour=self.theme.muted, size=46).move_to(NOTE)
        self.play(FadeIn(note, shift=0.1 * DOWN), run_time=0.5)
        return note

    def _bring_out(self, source: str, parts: str, place: Point3DLike) -> MathTypst:
        """Bring copies of ``parts`` out of the equations into a result."""
        result = self._formula(source, place)
        sources = [Way(self.equations.select(part), part, 0.2 * pi) for part in parts.split()]
        travel(self, None, result, sources, run_time=1.25)
        self.wait(0.5)
        return result

    def _into_legend(self, letter: str, parts: str) -> list[ReplacementTransform]:
        named = (self.equations.select(part) for part in parts.split())
        term = VGroup(*(glyph for part in named for glyph in part))
        return term_flights(term, self.legend[letter].select("sum"), arc=0.25 * pi)

    def _into_list(self, letter: str, height: float) -> Animation:
        entry = self.legend[letter]
        target = entry.generate_target().scale(0.86)
        target.shift(np.array([0.6, height, 0.0]) - target.select("letter").get_center())
        return MoveToTarget(entry, path_arc=-0.3 * pi)

    def _dive(self, letter: str, goal: VMobject) -> Animation:
        """Return the flight of a copy of a sum into the number that is made of it."""
        copy = self.count.counters[letter].copy()
        end = copy.copy().scale(0.5).move_to(goal).set_opacity(0)
        return ReplacementTransform(copy, end, path_arc=-0.25 * pi)

    def _evaluated(
        self, name: str, letter: str, term: str, numerator: float, value: float
    ) -> MathTypst:
        above, below = written(numerator), written(self.sums.total.determinant)
        quotient = f"{{{{ {term}({above}) : above}}}}/{{{{ ad({below}) : below}}}}"
        result = f"{{{{ {name}({written(value)}) : value}}}}"
        return self._formula(f"{name}({letter}) = {quotient} = {result}", (0, 0, 0), SMALL)


def steadily(share: float) -> float:
    """Ease in and out, but gently, so that every point gets its time."""
    return float(smooth(share, 3.0))


def _factors(note: MathTypst) -> list[Way]:
    """Return the ways of the factor in ``note`` to the three terms it multiplies."""
    return [Way(note.select("f"), f"f{k}", 0.2 * pi) for k in (1, 2, 3)]


def written(value: float) -> str:
    """Return ``value`` as Typst mathematics with five significant digits.

    >>> written(-1234567.0), written(0.5)
    ('-1.2346 times 10^(6)', '0.50000')
    """
    digits, _, exponent = f"{value:#.5g}".partition("e")
    return f"{digits} times 10^({int(exponent)})" if exponent else digits.rstrip(".")
