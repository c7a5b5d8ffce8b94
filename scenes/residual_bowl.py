"""Every line is a point of a map; its sum of squares stands on it, and all of them are a bowl.

Storyboard
    map       every place on a map is a line; somewhere on it lies the best one: where?
    tank      gaps, their squares, a tank: its level tells how bad a line is
    bowl      the map tilts, the level moves onto its place; so do all levels: a bowl
    levels    on one ring all lines are equally bad
    cuts      only a changes: each square draws a parabola, piled up they are one; so for b
    sheet     a sheet touches the bowl
    roll      the ball rolls downhill, the sheet comes to lie flat, at one place only
    count     the level there is the least: from it, and in units of it, all others are counted
    answer    the map again: the ball at the lowest place, good lines around it, the line at rest
"""

from collections.abc import Collection
from itertools import pairwise
from typing import Any

import numpy as np
from manim import FadeIn, FadeOut, UpdateFromAlphaFunc, ValueTracker, VMobject, linear, smooth

from scenes.film import FIRST_HALF, SECOND_HALF, Film
from scenes.visuals.plot.appearing import grow
from scenes.visuals.residual_bowl import layout
from scenes.visuals.residual_bowl.moves import along, carry, stand
from scenes.visuals.residual_bowl.stage import RIM, Line, Polar, Stage, stage

EDGE = float(np.sqrt(RIM))
# Places are polar: the root of epsilon_rel and an angle. Angles are chosen for lines that differ.
START: Polar = (0.9 * EDGE, 2.6)
ON_THE_WAY: Polar = (0.5 * EDGE, 4.4)
POURED: Polar = (0.8 * EDGE, 6.0)
STOOD: Polar = (0.85 * EDGE, 2.94)
WATCHED_ROOT = float(np.sqrt(2.0))
# The part of a ring that lies on the far wall, where nothing stands before it.
FAR_WALL = 0.2, 2.9
# On the far wall, where both numbers are too large.
WALL: Polar = (1.25, 1.36)
PULSES, ASIDE = 2, 0.6


class ResidualBowl(Film):
    """The residual as a surface over slope and intercept."""

    poster_step = "sheet"
    poster_share = 0.85
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        data = self.settings.dataset()
        self.stage = stage(self.pen, data, START, POURED, WALL)
        self.stage.draw_scenery()
        self.stage.follow_line()
        self.show_map()
        self.fill_tank()
        self.compare_levels()
        self.stand_up()
        self.raise_bowl()
        self.walk_round()
        self.cut_along_both()
        self.touch()
        self.roll()
        self.count_from_the_lowest()
        self.answer()

    def show_map(self) -> None:
        """Show the map, and the line of one of its places."""
        s = self.stage
        self.step("map")
        self.watch(s.space.map)
        self.add(s.tiles, s.space.map, s.chart, *s.drawn_line, *s.values, s.ball)
        self.say(s.told.places)
        self._walk(START, ON_THE_WAY, run_time=2.8)
        self.say("Somewhere on it lies the best one. Where?")
        self._walk(ON_THE_WAY, POURED, run_time=2.8)

    def fill_tank(self) -> None:
        """Show the gaps of the line, large, square them, and pour the squares into a tank."""
        s = self.stage
        self.step("tank")
        self.say(s.told.gaps)
        self.play(FadeOut(s.tiles, s.space.map, s.ball, *s.values), run_time=0.5)
        self.watch(s.chart, s.tank)
        self.play(*s.chart.move(layout.LARGE, s.drawn_line, run_time=1.0))
        s.residuals.update()
        self.play(grow(s.residuals), run_time=1.0)
        self.say('$res("Square")$ every gap, so that wide ones count most.')
        s.squares.update()
        self.play(grow(s.squares), run_time=1.4)
        s.tank.set_box(layout.LARGE_TANK)
        s.units.put_titles()
        self.say(s.told.tank)
        self.play(FadeIn(s.tank.walls), FadeIn(s.units.epsilon), run_time=0.5)
        pour = UpdateFromAlphaFunc(s.pouring, lambda m, t: m.set_share(t))
        self.play(pour, run_time=2.2, rate_func=linear)
        self.play(FadeIn(s.tank.content.update()), FadeOut(s.pouring), run_time=0.4)
        self.wait(0.4)

    def compare_levels(self) -> None:
        """Let the tank shrink beside the map; another place has another level."""
        s = self.stage
        self.hush()
        self.watch(s.space.map)
        drawn = *s.drawn_line, s.residuals, s.squares
        chart = s.chart.move(layout.DATA, drawn, run_time=1.0)
        self.play(*chart, *carry(s, layout.TANK))
        self.play(FadeIn(s.tiles, s.space.map, s.ball, *s.values), run_time=0.5)
        self.say('Another place, another line, another $res("level")$.')
        self._walk(POURED, (0.3 * EDGE, 4.0), run_time=1.8)
        self._walk((0.3 * EDGE, 4.0), STOOD, run_time=1.8)

    def stand_up(self) -> None:
        """Tilt the map, and stand the level on its place."""
        s = self.stage
        self.step("bowl")
        self.say('Let the $res("level")$ stand on its place.')
        self.play(FadeOut(s.space.map, s.tiles), FadeIn(s.floor), run_time=0.5)
        self._look(s.tilt.animate.set_value(1.0), scenery=(s.floor,), run_time=2.2)
        self.play(FadeIn(s.names), run_time=0.4)
        self.watch(s.chart, s.tank, s.floor, s.names, s.ball)
        self.play(stand(s), run_time=1.8)

    def raise_bowl(self) -> None:
        """Let the level of every line stand on its place: the tops are a bowl."""
        s = self.stage
        self.say("Now do so for every line.")
        rise = UpdateFromAlphaFunc(s.poles, lambda m, t: m.set_grown(t, s.view()))
        self.play(rise, run_time=3.2, rate_func=linear)
        self.watch(s.floor, s.names, s.far, s.near, s.tank, s.ball)
        self.say("The tops of them all make a bowl.")
        wall = FadeIn(s.far), FadeIn(s.near), FadeIn(s.stick.update())
        self.play(*wall, FadeOut(s.poles), FadeOut(s.bar), run_time=1.4)
        self.settle(s.far)
        self.settle(s.floor, s.names)
        self.wait(0.6)

    def walk_round(self) -> None:
        """Walk along one ring: the line changes, the level does not."""
        s = self.stage
        self.step("levels")
        self.say("On one ring the line changes, its level does not.")
        self.play(FadeIn(s.levels.rings), run_time=0.6)
        self._walk(STOOD, (WATCHED_ROOT, FAR_WALL[1]), run_time=0.9)
        s.tank.set_mark((WATCHED_ROOT**2 + s.space.least) * s.space.landscape.unit)
        self.play(FadeIn(s.tank.mark), run_time=0.3)
        for start, end in (FAR_WALL[::-1], (FAR_WALL[0], WALL[1])):
            self._walk((WATCHED_ROOT, start), (WATCHED_ROOT, end), run_time=2.2)
        self.play(FadeOut(s.tank.mark), run_time=0.3)

    def cut_along_both(self) -> None:
        """Change a alone, then b alone: the squares pile up parabolas, and the bowl shows them."""
        s = self.stage
        self.step("cuts")
        self.say("Why a bowl? Let only $slope(a)$ change.")
        self.watch(s.floor, s.names, s.far, s.near, s.ball, *s.panels)
        drawn = *s.drawn_line, s.residuals, s.squares
        self.play(
            *s.chart.move(layout.OVER_THE_CUTS, drawn, run_time=1.0),
            *carry(s, layout.CUT_TANK),
            along(s, lambda t: (WATCHED_ROOT + t * (WALL[0] - WATCHED_ROOT), WALL[1])),
        )
        self._pile(0, s.a, ("Each square draws a parabola.", "Piled up, they are one."))
        self._pile(1, s.b, (s.told.only_second,))

    def touch(self) -> None:
        """Lay a sheet against the wall where the ball is."""
        s = self.stage
        self.step("sheet")
        self.say("A sheet that touches the bowl here slopes both ways.")
        on_cuts = [part.update() for panel in s.panels for part in (panel.tangent, panel.marker)]
        self.play(FadeIn(*on_cuts), run_time=0.6)
        self.play(FadeIn(s.sheet.update()), run_time=0.8)
        self.wait(1.2)

    def roll(self) -> None:
        """Roll downhill until the sheet lies flat."""
        s = self.stage
        self.step("roll")
        self.say("Roll downhill, and the sheet comes to lie flat.")
        self.let_appear()
        for cut, panel in zip(s.cuts, s.panels, strict=True):
            cut.add_updater(lambda m: m.set_place(*s.current(), s.view()))
            panel.follow_whole(s.current)
        self.play(along(s, lambda t: (WALL[0] * (1 - t), WALL[1])), run_time=5.0)
        for cut, panel in zip(s.cuts, s.panels, strict=True):
            cut.clear_updaters()
            panel.curve.clear_updaters()
        self.say("Flat both ways: in a bowl, only the lowest place is.")
        self.wait(1.5)

    def count_from_the_lowest(self) -> None:
        """Put the zero at the least level, and lay it up the tank as a unit."""
        s = self.stage
        self.step("count")
        self.hush()
        gone = (*s.cuts, *s.panels, s.sheet)
        self.play(FadeOut(*gone), run_time=0.5)
        self.watch(s.floor, s.names, s.far, s.near, s.tank, s.units, s.ball)
        drawn = *s.drawn_line, s.residuals, s.squares
        self.play(*s.chart.move(layout.DATA, drawn, run_time=1.0), *carry(s, layout.TANK))
        s.tank.set_mark(s.space.least * s.space.landscape.unit)
        self.say("No line has a lower level than this.")
        self.play(FadeIn(s.tank.mark), run_time=0.6)
        if not s.space.least:
            return
        self.wait(0.8)
        self.say('Count from this level, in units of it: $res(epsilon_"rel")$.')
        self.play(
            FadeOut(s.units.epsilon, rate_func=FIRST_HALF),
            FadeIn(s.units.relative, rate_func=SECOND_HALF),
            run_time=0.6,
        )
        for k, label in enumerate(s.units.labels):
            self.play(FadeIn(label, *s.levels.names[max(0, k - 1) : k]), run_time=0.4)

    def answer(self) -> None:
        """Look from above again: the ball rests on the best line."""
        s = self.stage
        self.step("answer")
        self.hush()
        self.play(FadeOut(s.names, *s.levels.names, s.stick, s.near), run_time=0.5)
        scenery = s.floor, s.far, s.levels.rings
        self._look(s.tilt.animate.set_value(0.0), scenery=scenery, run_time=2.2)
        self.watch(s.space.map)
        names = s.levels.names if s.space.least else ()
        self.settle(s.far)
        arriving = s.space.map, s.tiles.lines.judge(), *names
        self.play(FadeIn(*arriving), FadeOut(s.floor, s.far), run_time=0.8)
        guide = UpdateFromAlphaFunc(s.guides, lambda m, t: m.set_drawn(t))
        self.say("The long way across, the level rises least.")
        best = (0.0, s.longest)
        for start, end in pairwise((best, (ASIDE, s.longest), (-ASIDE, s.longest), best)):
            self._walk(start, end, run_time=1.3)
        self.say("The best line: the lowest place.")
        self.play(guide, run_time=1.0)
        pulse = UpdateFromAlphaFunc(s.pulse, lambda m, t: m.set_share((PULSES * t) % 1.0))
        self.play(pulse, run_time=2.4, rate_func=linear)

    def _look(self, *moves: Any, scenery: Collection[VMobject], run_time: float) -> None:
        """Move the sight; between such moves what is seen stands still and is drawn once."""
        for part in scenery:
            part.add_updater(self.stage.draw)
        self.play(*moves, run_time=run_time)
        for part in scenery:
            part.clear_updaters()
        self.stage.draw_scenery()

    def _walk(self, start: Polar, end: Polar, *, run_time: float) -> None:
        """Let the line go from place to place."""
        ends = np.array([start, end])
        self.play(
            along(self.stage, lambda t: tuple((1 - t) * ends[0] + t * ends[1])),
            run_time=run_time,
            rate_func=smooth,
        )

    def _pile(self, along: int, tracker: ValueTracker, told: tuple[str, ...]) -> None:
        """Move one number from rim to rim while each square draws; what was drawn is piled up.

        With two sentences the parabolas lie side by side until the second one.
        """
        s = self.stage
        cut, panel = s.cuts[along], s.panels[along]
        line, home = s.current(), float(tracker.get_value())
        low, high = cut.reach(*line)
        self.play(FadeIn(panel.chart), FadeIn(panel.marker.update()), run_time=0.5)
        self.settle(panel.chart)
        self.play(tracker.animate.set_value(home + low), run_time=0.9)
        apart = len(told) > 1
        panel.stack.set_share(0.0 if apart else 1.0)

        seen = [low]

        def swept() -> tuple[Line, float, float]:
            return line, low, max(seen[-1], float(tracker.get_value()) - home)

        def piled(_: object) -> None:
            _, left, right = swept()
            panel.pile(home + left, home + right, s.current(), s.tank)

        cut.add_updater(lambda m: m.set_swept(*swept(), s.view()))
        panel.curve.add_updater(lambda _: panel.set_swept(*swept()))
        panel.stack.add_updater(piled)
        self.say(told[0])
        self.add(cut, *panel.piled, *([] if apart else [panel.curve]))
        self.play(tracker.animate.set_value(home + high), run_time=2.6)
        seen.append(high)
        if apart:
            self.say(told[1])
            lift = UpdateFromAlphaFunc(panel.stack, lambda m, t: m.set_share(t))
            self.play(lift, run_time=2.2, rate_func=linear)
            self.play(FadeIn(panel.curve.update()), run_time=0.4)
        self.play(tracker.animate.set_value(home), run_time=1.2)
        cut.clear_updaters()
        panel.curve.clear_updaters()
        panel.stack.clear_updaters()
        self.wait(0.5)
        # The marker would leave its cut as soon as the other number changes.
        self.play(FadeOut(*panel.piled), run_time=0.3)
