"""From the residual to the closed form: every term travels from where it was to where it goes.

Storyboard
    question    a line swings over the points; epsilon is the sum of the squares
    level       at its lowest point epsilon is level: its tangent turns horizontal
    gradient    both derivatives of epsilon are 0: two equations
    collect     multiply out; what does not hold a or b crosses the equals sign; a matrix
    letters     the sums become A, B, C, D and N
    slope       row 2 minus N/B times row 1 leaves a alone
    intercept   row 1 minus A/B times row 2 leaves b alone
    closed      times B, above and below: both have the same denominator
    numbers     one pass over the points fills the five sums
    line        the sums give a and b, and these the line
"""

from collections.abc import Callable

import numpy as np
from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    Indicate,
    LaggedStart,
    Line,
    MathTypst,
    ReplacementTransform,
    ValueTracker,
    VGroup,
    VMobject,
    Write,
    linear,
)
from manim.typing import Point3DLike

from core import palette
from core.dataset import read_dataset
from core.landscape import ResidualLandscape
from scenes import derivation
from scenes.film import Film
from scenes.numerals import Number
from scenes.panel import Box, Panel, Scale
from scenes.regression_plot import FittedLine, Residuals, ResidualSquares, data_points
from scenes.running_sums import DEFINITIONS, RunningSums, definition
from scenes.sweep_plot import Marker, UncoveredParabola
from scenes.tangent import Tangent
from scenes.travel import Way, glyph_moves, late, travel, ways
from scenes.typeset import formula, words

DATA_BOX = Box(left=-5.8, bottom=-2.7, width=5.6, height=5.6)
CURVE_BOX = Box(left=1.6, bottom=-2.6, width=4.2, height=2.9)
# epsilon_rel at which the line of the question starts.
HEIGHT = 4.0
SIZE = 46
EQUATIONS = -0.2
MATRIX = 0.9
DIMMED = 0.25


class NormalEquations(Film):
    """The least-squares line from its definition to its numbers."""

    poster_step = "closed"
    poster_share = 0.95

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
        self.fill_in_numbers()
        self.draw_line()

    def ask(self) -> None:
        """Swing a line over the points and say what epsilon is."""
        self.step(
            "question",
            "Which line is best? Epsilon adds up the squares of all misses.",
            "It depends on two numbers only: the slope a and the intercept b.",
        )
        x, y = self.data.x, self.data.y
        self.a = ValueTracker(self.landscape.slope - self.landscape.slope_reach(HEIGHT))
        self.panel = Panel(DATA_BOX, Scale.around(x, 0.06), Scale.around(y, 0.16), self.theme)
        self.labels = self.panel.put_labels(
            words(self.data.x_label, colour=self.theme.muted),
            words(self.data.y_label, colour=self.theme.muted),
        )
        self.dots = data_points(self.panel, x, y).set_z_index(3)
        self.epsilon = formula(derivation.EPSILON, colour=self.theme.ink, size=SIZE).move_to(
            (3.35, 2.3, 0)
        )
        line = FittedLine(self.panel, *self.current_line()).set_z_index(2)
        squares = ResidualSquares(self.panel, x, y, *self.current_line()).set_z_index(1)
        residuals = Residuals(self.panel, x, y, *self.current_line()).set_z_index(1)
        self.swinging = VGroup(squares, residuals, line)
        self.add(self.panel, self.labels)
        self.play(
            LaggedStart(*(FadeIn(dot, scale=2) for dot in self.dots), lag_ratio=0.05), run_time=0.8
        )
        self.play(Create(line), FadeIn(residuals, squares), run_time=0.9)
        self.play(Write(self.epsilon), run_time=1.6)
        for part in self.swinging:
            part.add_updater(lambda m: m.set_line(*self.current_line()))
        self.wait(1.2)

    def find_level(self) -> None:
        """Slide down the curve of epsilon until its tangent is level."""
        self.step(
            "level",
            "Turn the line: epsilon falls, and then it rises again.",
            "At the lowest point its tangent is level. The derivative is 0.",
        )
        best, reach = self.landscape.slope, self.landscape.slope_reach(HEIGHT)
        curvature = self.landscape.slope_curvature
        # Height -1 of epsilon_rel is epsilon = 0: the curve never gets down to the axis.
        panel = Panel(
            CURVE_BOX,
            Scale(best - 1.15 * reach, best + 1.15 * reach),
            Scale(-1.0, 1.1 * HEIGHT),
            self.theme,
            ticks=0,
        )
        axes = panel.axes()
        names = VGroup(
            formula("slope(a)", colour=self.theme.ink).next_to(axes, DOWN, buff=0.15),
            formula("epsilon", colour=self.theme.ink)
            .next_to(axes, LEFT, buff=0.2)
            .align_to(axes, UP),
        )
        curve = UncoveredParabola(panel, best, curvature, palette.SLOPE)
        curve.set_seen(best - reach, best + reach)
        tangent = Tangent(panel, best, curvature, self.theme.ink).set_z_index(1)
        marker = Marker(panel, best, 0.0, palette.SLOPE, self.theme).set_z_index(2)
        tangent.add_updater(lambda m: m.set_touch(self.a.get_value()))
        marker.add_updater(
            lambda m: m.set_place(self.a.get_value(), curvature * (self.a.get_value() - best) ** 2)
        )
        for part in (tangent, marker):
            part.update()
        self.play(FadeIn(axes, names), Create(curve), run_time=0.8)
        self.play(FadeIn(tangent, marker), run_time=0.4)
        for target, run_time in ((best + 0.75 * reach, 1.8), (best, 1.4)):
            self.play(self.a.animate.set_value(target), run_time=run_time)
        self.wait(1.0)
        for part in (*self.swinging, tangent, marker):
            part.clear_updaters()
        self.play(
            FadeOut(axes, names, curve, tangent, marker, self.swinging),
            FadeOut(self.panel, self.labels, self.dots),
            self.epsilon.animate.move_to((0, 2.75, 0)),
            run_time=0.8,
        )

    def differentiate(self) -> None:
        """Let both derivatives grow out of epsilon."""
        self.step(
            "gradient",
            "So both derivatives must be 0, the one in a and the one in b.",
            "The exponent 2 comes down in front. For a, one x comes out of the bracket.",
        )
        self.equations = formula(derivation.GRADIENT, colour=self.theme.ink, size=SIZE).move_to(
            (0, -0.4, 0)
        )
        part = self.epsilon.select
        names = ("S", "l", "a", "x", "p", "b", "m", "y", "r")
        rows = [Way(part(name), f"{name}{row}") for row in "12" for name in names]
        down = [Way(part("two"), f"two{row}", -0.5 * PI) for row in "12"]
        inner = [Way(part("x"), "out", 0.4 * PI)]
        travel(self, None, self.equations, [*rows, *down, *inner], run_time=2.6)
        self.wait(2.0)

    def collect(self) -> None:
        """Multiply out, part the unknown from the known, and write it as a matrix."""
        self.step(
            "collect",
            "The 2 drops out. Multiply out, and add each kind of term on its own.",
            "What is known crosses the equals sign.",
            "Two equations for two unknowns: one matrix.",
        )
        self._go(
            derivation.COLLECTED,
            [
                *ways("z1 z2 q1>e1 q2>e2 a1 a2 b1 b2 p1 p2 m1 m2 S1 S2 S1>T1 S1>U1 S2>U2 S2>n"),
                *ways("out>x1 out>xo x2 y1 y2"),
                *ways("x1>xx out>xx", 0.3 * PI),
            ],
            1.9,
        )
        self.wait(0.6)
        self.play(FadeOut(self.epsilon), run_time=0.4)
        self._go(
            derivation.SPLIT,
            [
                *ways("a1 a2 b1 b2 p1 p2 S1 S2 T1 xx x1 x2 n e1 e2"),
                *ways("U1 xo y1 U2 y2", -0.4 * PI),
            ],
            1.5,
        )
        self.wait(0.5)
        self._go(
            derivation.SUMS,
            [
                *ways("S1 xx T1 x1 S2 x2 n U1 xo y1 U2 y2"),
                *ways("a1>a a2>a b1>b b2>b e1>e e2>e", 0.2 * PI),
            ],
            1.7,
            height=MATRIX,
        )
        self.wait(0.8)

    def name_the_sums(self) -> None:
        """Let each sum go into the legend and send its letter back."""
        self.step(
            "letters",
            "The data enter only through five sums. Call them A, B, C, D and N.",
        )
        sources = {"A": "S1 xx", "B": "T1 x1", "C": "U1 xo y1", "D": "U2 y2"}
        self.legend = {letter: definition(letter, self.theme, 38) for letter in DEFINITIONS}
        row = VGroup(*self.legend.values()).arrange(RIGHT, buff=0.75).move_to((0, -3.05, 0))
        base = float(self.legend["B"].select("letter").get_center()[1])
        for entry in row:
            entry.shift((0, base - float(entry.select("letter").get_center()[1]), 0))
        moves = []
        for letter, parts in sources.items():
            term = VGroup(
                *(glyph for part in parts.split() for glyph in self.equations.select(part))
            )
            moves += glyph_moves(term, self.legend[letter].select("sum"), 0.25 * PI, 1.4)
        self.play(*moves, run_time=1.4)
        self.play(
            *(FadeIn(VGroup(*self._rest(entry))) for entry in self.legend.values()), run_time=0.5
        )
        self.remove(*(move.mobject for move in moves))
        self.add(*self.legend.values())
        letter = {name: entry.select("letter") for name, entry in self.legend.items()}
        back = [Way(letter[name[0]], name, -0.25 * PI) for name in ("A", "B", "B2", "C", "D")]
        self._go(derivation.LETTERS, [*ways("a b e n>N"), *back], 1.4, height=MATRIX)
        self.wait(0.6)

    def isolate_slope(self) -> None:
        """Subtract N/B times the first row from the second."""
        self.step(
            "slope",
            "Take N over B times the first row from the second.",
            "The b disappears, and the slope a stands alone.",
        )
        note = self._note('{{"row 2" : to}} - {{N/B : f}} dot {{"row 1" : from}}')
        factor = note.select("f")
        factors = [Way(factor, f"f{k}", 0.2 * PI) for k in (1, 2, 3)]
        self._go(
            derivation.SECOND_MINUS,
            [*ways("A B B2 N C D a b e"), *ways("A>Ac B>Bc C>Cc", 0.35 * PI), *factors],
            1.9,
            height=MATRIX,
        )
        self._go(derivation.SLOPE_ALONE, ways("A B ad nil an C a b e"), 1.2, height=MATRIX)
        self.slope = formula(derivation.SLOPE, colour=self.theme.ink, size=SIZE).move_to(
            (-3.1, -1.5, 0)
        )
        self._bring_out(self.slope, "a an ad")
        self.play(FadeOut(note), run_time=0.4)

    def isolate_intercept(self) -> None:
        """Back at the letters, subtract A/B times the second row from the first."""
        self.step(
            "intercept",
            "The same the other way round: take A over B times the second row from the first.",
            "Now the a disappears, and b stands alone.",
        )
        self._go(derivation.LETTERS, ways("A B ad>B2 nil>N an>D C a b e"), 0.9, height=MATRIX)
        note = self._note('{{"row 1" : to}} - {{A/B : f}} dot {{"row 2" : from}}')
        factor = note.select("f")
        factors = [Way(factor, f"f{k}", 0.2 * PI) for k in (1, 2, 3)]
        self._go(
            derivation.FIRST_MINUS,
            [*ways("A B B2 N C D a b e"), *ways("B2>Bc N>Nc D>Dc", 0.35 * PI), *factors],
            1.9,
            height=MATRIX,
        )
        self._go(derivation.INTERCEPT_ALONE, ways("nil bd B2 N bn D a b e"), 1.2, height=MATRIX)
        self.intercept = formula(derivation.INTERCEPT, colour=self.theme.ink, size=SIZE).move_to(
            (3.1, -1.5, 0)
        )
        self._bring_out(self.intercept, "b bn bd")
        self.play(
            FadeOut(note, self.equations),
            self.slope.animate.move_to((-3.1, 0.9, 0)),
            self.intercept.animate.move_to((3.1, 0.9, 0)),
            run_time=0.9,
        )

    def close(self) -> None:
        """Multiply by B above and below, and find the same denominator twice."""
        self.step(
            "closed",
            "Multiply above and below by B, and nothing is divided by B any more.",
            "Both denominators are the same number. This is the closed form.",
        )
        self.slope = self._close(
            self.slope,
            derivation.SLOPE_CLOSED,
            [*ways("a e D m C N B k A M"), *ways("q s", 0.5 * PI)],
        )
        self.intercept = self._close(
            self.intercept,
            derivation.INTERCEPT_CLOSED,
            [*ways("b e C m D A B k M L"), *ways("q s", 0.5 * PI)],
        )
        self.intercept = self._close(
            self.intercept,
            derivation.INTERCEPT_SHARED,
            [*ways("b e q C m D A s B k"), *ways("M L", 0.6 * PI)],
        )
        shared = (self.slope.select("ad"), self.intercept.select("bd"))
        red = palette.SLOPE_DENOMINATOR
        self.play(*(Indicate(d, scale_factor=1.12, color=red) for d in shared), run_time=1.0)
        self.wait(0.8)

    def fill_in_numbers(self) -> None:
        """Pass once over the points; the five sums add up."""
        self.step(
            "numbers",
            "Now the data. One pass over the points adds up all five sums.",
        )
        self.sums = RunningSums(self.data.x, self.data.y)
        self.place = ValueTracker(self.panel.x_scale.low).set_z_index(1)
        moves = [
            self.slope.animate.scale(0.82).move_to((1.9, 2.85, 0)),
            self.intercept.animate.scale(0.82).move_to((5.0, 2.85, 0)),
        ]
        self.counters = {}
        for k, (letter, entry) in enumerate(self.legend.items()):
            height = 1.55 - 0.62 * k
            shift = np.array([0.6, height, 0]) - entry.select("letter").get_center()
            moves.append(entry.animate(path_arc=-0.3 * PI).shift(shift))
            self.counters[letter] = Number(
                self.sums.write(letter, self.place.get_value()),
                np.array([5.9, height, 0.0]),
                colour=self.theme.ink,
                size=40,
                edge=RIGHT,
            ).set_z_index(1)
        self.dots.set_opacity(DIMMED)
        self.play(*moves, FadeIn(self.panel, self.labels, self.dots), run_time=1.2)
        self.play(FadeIn(*self.counters.values()), run_time=0.4)
        scan = self._scan()
        for letter, counter in self.counters.items():
            counter.add_updater(self._count(letter))
        self.dots.add_updater(self._light)
        self.add(scan)
        self.play(
            self.place.animate.set_value(self.panel.x_scale.high), run_time=3.6, rate_func=linear
        )
        for part in (*self.counters.values(), self.dots):
            part.clear_updaters()
        self.play(FadeOut(scan), run_time=0.3)

    def draw_line(self) -> None:
        """Put the sums into the closed form and draw the line it gives."""
        self.step(
            "line",
            "Put them into the two formulas. They give the slope, the intercept,",
            "and the line through the points: no other line has a smaller epsilon.",
        )
        total = self.sums.total
        a, b = total.solve()
        rows = [
            self._evaluated("slope", "a", "an", total.slope_numerator, a),
            self._evaluated("intercept", "b", "bn", total.intercept_numerator, b),
        ]
        VGroup(*rows).arrange(DOWN, buff=0.3, aligned_edge=LEFT).move_to((3.3, -2.55, 0))
        for row in rows:
            flights = [
                self._flight(letter, row.select(part))
                for part, letters in (("above", "BCDN"), ("below", "ABN"))
                for letter in letters
            ]
            self.play(*flights, FadeIn(row, rate_func=late), run_time=1.4)
        line = FittedLine(self.panel, a, b).set_z_index(2)
        self.play(Create(line), run_time=1.2)
        self.wait(2.4)

    def current_line(self) -> tuple[float, float]:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), self.landscape.intercept

    def _go(
        self,
        source: str,
        paths: list[Way],
        run_time: float,
        *,
        height: float | None = None,
    ) -> None:
        """Travel from the equations on screen to the next ones."""
        following = self._formula(source, (0.0, EQUATIONS if height is None else height, 0.0))
        travel(self, self.equations, following, paths, run_time=run_time)
        self.equations = following

    def _formula(self, source: str, place: Point3DLike) -> MathTypst:
        return formula(source, colour=self.theme.ink, size=SIZE).move_to(place)

    def _close(self, old: MathTypst, source: str, paths: list[Way]) -> MathTypst:
        """Travel from ``old`` to ``source`` where it stands."""
        following = self._formula(source, old.get_center())
        travel(self, old, following, paths, run_time=1.3)
        return following

    def _note(self, source: str) -> MathTypst:
        note = formula(source, colour=self.theme.muted, size=SIZE).move_to((0, 2.85, 0))
        self.play(FadeIn(note, shift=0.15 * DOWN), run_time=0.6)
        return note

    def _bring_out(self, result: MathTypst, parts: str) -> None:
        """Bring copies of ``parts`` out of the equations into ``result``."""
        sources = [Way(self.equations.select(part), part, 0.2 * PI) for part in parts.split()]
        travel(self, None, result, sources, run_time=1.4)
        self.wait(0.4)

    def _rest(self, entry: MathTypst) -> list[VMobject]:
        """Return what has not come from the matrix; of N, which needs no sum, everything."""
        come = entry.select("sum").submobjects
        known = entry is self.legend["N"]
        return [glyph for glyph in entry.submobjects if known or glyph not in come]

    def _scan(self) -> Line:
        box = self.panel.box
        scan = Line(UP, DOWN, stroke_color=self.theme.muted, stroke_width=3)

        def move(line: Line) -> None:
            x = float(self.panel.place(self.place.get_value(), 0.0)[0])
            line.set_points_as_corners([(x, box.bottom, 0.0), (x, box.top, 0.0)])

        move(scan)
        return scan.add_updater(move).set_z_index(1)

    def _count(self, letter: str) -> Callable[[Number], object]:
        return lambda number: number.set_text(self.sums.write(letter, self.place.get_value()))

    def _light(self, dots: VGroup) -> None:
        for dot, x in zip(dots, self.data.x, strict=True):
            dot.set_opacity(1.0 if x <= self.place.get_value() else DIMMED)

    def _evaluated(
        self, name: str, letter: str, term: str, numerator: float, value: float
    ) -> MathTypst:
        above, below = written(numerator), written(self.sums.total.determinant)
        quotient = f"{{{{ {term}({above}) : above}}}}/{{{{ ad({below}) : below}}}}"
        source = f"{name}({letter}) = {quotient} = {name}({written(value)})"
        return formula(source, colour=self.theme.ink, size=40)

    def _flight(self, letter: str, goal: VMobject) -> Animation:
        """Return the flight of a copy of a sum into the number that is made of it."""
        copy = self.counters[letter].copy()
        end = copy.copy().scale(0.5).move_to(goal).set_opacity(0)
        return ReplacementTransform(copy, end, path_arc=-0.25 * PI)


def written(value: float) -> str:
    """Return ``value`` as Typst mathematics with five significant digits.

    >>> written(-1234567.0)
    '-1.2346 times 10^(6)'
    """
    digits, _, exponent = f"{value:.5g}".partition("e")
    return f"{digits} times 10^({int(exponent)})" if exponent else digits
