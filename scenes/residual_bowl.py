"""Every line is a point of a map; its sum of squares stands on it, and all of them are a bowl.

Storyboard
    map       every place on a map is a line; somewhere on it lies the best one: where?
    tank      the squares of a line fill a tank; its level changes from place to place
    bowl      the map tilts, the level stands on its place; so do all levels: a bowl
    levels    heights counted from the lowest place; on one ring all lines are equally bad
    cuts      only a changes, only b changes: two paths through the ball, steep where it lies
    sheet     a sheet touches the bowl; the ball rolls, the sheet levels, at one place only
    answer    the map again: the dot at the centre of the rings
"""

from collections.abc import Callable, Collection
from typing import Any

import numpy as np
from manim import FadeIn, FadeOut, UpdateFromAlphaFunc, VMobject, linear, smooth

from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.visuals.residual_bowl.on_the_bowl import Cut
from scenes.visuals.residual_bowl.stage import DATA, LARGE, RIM, Polar, Stage, stage, tank_box

EDGE = float(np.sqrt(RIM))
# Places are polar: the root of epsilon_rel and an angle. Angles are chosen for lines that differ.
START: Polar = (0.9 * EDGE, 2.6)
POURED: Polar = (0.8 * EDGE, 6.0)
WATCHED_ROOT = float(np.sqrt(2.0))
# The part of a ring that lies on the far wall, where nothing stands before it.
FAR_WALL = 0.1, 2.9
WALL: Polar = (0.85 * EDGE, 2.94)
# By how much the camera has walked round the bowl when the ball is at rest.
TURNED = 0.38


class ResidualBowl(Film):
    """The residual as a surface over slope and intercept."""

    poster_step = "sheet"
    poster_share = 0.5
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        data = read_dataset(self.settings.data, self.settings.x, self.settings.y)
        self.stage = stage(self.pen, data, START, POURED)
        self.stage.draw_scenery()
        self.stage.follow_line()
        self.show_map()
        self.fill_tank()
        self.stand_up()
        self.raise_bowl()
        self.count_from_the_lowest()
        self.walk_round()
        self.cut_along_both()
        self.touch()
        self.roll()
        self.answer()

    def show_map(self) -> None:
        """Show the map, and the line of one of its places."""
        s = self.stage
        self.step("map")
        self.watch(s.space.map)
        self.add(
            s.tiles, s.space.map, s.chart, s.points, s.residuals, s.line, *s.values, s.ball.update()
        )
        self.say("Every place on this map is one line.")
        self._walk(START, (0.5 * EDGE, 4.4), run_time=3.0)
        self.say("Somewhere on it lies the best one. Where?")
        self._walk((0.5 * EDGE, 4.4), POURED, run_time=3.0)

    def fill_tank(self) -> None:
        """Pour the squares of the line into a tank, large; then let its level change."""
        s = self.stage
        self.step("tank")
        on_map = s.tiles, s.space.map, s.ball, *s.values
        self.say('How bad is a line? It has $res("squares")$.')
        self.play(FadeOut(*on_map), run_time=0.5)
        self.watch(s.chart, s.tank)
        self.play(*s.chart.move(LARGE, [s.points, s.line, s.residuals], run_time=1.0))
        open_up = UpdateFromAlphaFunc(s.squares, lambda m, t: m.set_line(*s.current(), t))
        self.play(open_up, FadeIn(s.tank.walls), run_time=1.0)
        self.say("They fill a tank: its level tells.")
        pour = UpdateFromAlphaFunc(s.pouring, lambda m, t: m.set_share(t))
        self.play(pour, run_time=2.4, rate_func=linear)
        self.play(FadeIn(s.tank.content.update()), FadeOut(s.pouring), run_time=0.4)
        self.hush()
        self.watch(s.space.map)
        self.play(
            *s.chart.move(DATA, [s.points, s.line, s.residuals, s.squares], run_time=1.0),
            UpdateFromAlphaFunc(s.tank.walls, lambda *_: s.tank.set_box(tank_box(s.chart))),
        )
        self.play(*map(FadeIn, on_map), run_time=0.5)
        self.say('Another place, another line, another $res("level")$.')
        self._walk(POURED, (0.3 * EDGE, 4.0), run_time=2.0)
        self._walk((0.3 * EDGE, 4.0), WALL, run_time=2.0)

    def stand_up(self) -> None:
        """Tilt the map, so that the level can stand on its place."""
        s = self.stage
        self.step("bowl")
        self.say('Let the $res("level")$ stand on its place.')
        self.play(FadeOut(s.space.map, s.tiles), FadeIn(s.floor), run_time=0.5)
        self._look(s.tilt.animate.set_value(1.0), scenery=(s.floor,), run_time=2.6)
        self.play(FadeIn(s.names), run_time=0.4)
        self.watch(s.floor, s.names, s.wall, s.ball)

    def raise_bowl(self) -> None:
        """Let the level of every line stand on its place: the tops are a bowl."""
        s = self.stage
        self.say("Do so for every line.")
        grow = UpdateFromAlphaFunc(s.poles, lambda m, t: m.set_grown(t, s.view()))
        self.play(grow, run_time=3.5, rate_func=linear)
        self.say("Their tops are a bowl.")
        self.play(FadeIn(s.wall), FadeOut(s.poles), run_time=1.4)
        self.wait(0.6)

    def count_from_the_lowest(self) -> None:
        """Let the bowl sink to the floor: its height is epsilon_rel."""
        s = self.stage
        self.step("levels")
        if s.space.least:
            self.say("Count from the lowest place, in units of its level.")
            self._look(s.lift.animate.set_value(0.0), scenery=(s.wall,), run_time=2.0)
        self.say(f"The height is now ${s.height_name}$.")
        self.play(FadeIn(s.heights), run_time=0.6)
        self.play(FadeIn(s.levels), run_time=0.8)
        self.wait(0.8)

    def walk_round(self) -> None:
        """Walk along one ring: the line changes, the level does not."""
        self.say("On one ring the lines differ, the level does not.")
        self._walk(WALL, (WATCHED_ROOT, FAR_WALL[1]), run_time=1.4)
        for start, end in (FAR_WALL[::-1], FAR_WALL):
            self._walk((WATCHED_ROOT, start), (WATCHED_ROOT, end), run_time=2.6)
        self._walk((WATCHED_ROOT, FAR_WALL[1]), WALL, run_time=1.2)

    def cut_along_both(self) -> None:
        """Change a alone, then b alone, and leave the paths."""
        s = self.stage
        self.step("cuts")
        for cut, tracker, sentence in (
            (s.cuts[0], s.a, "Change only $slope(a)$: a path along the wall."),
            (s.cuts[1], s.b, "Change only $intercept(b)$: another one."),
        ):
            self.say(sentence)
            self._sweep(cut, tracker)

    def touch(self) -> None:
        """Lay a flat sheet against the wall where the ball is."""
        s = self.stage
        self.step("sheet")
        self.say("A flat sheet that touches here slopes both ways.")
        self.play(FadeIn(s.sheet.update()), FadeOut(s.heights), run_time=0.8)
        self.play(*(FadeIn(value.update()) for value in s.gradient), run_time=0.5)
        self.wait(1.0)

    def roll(self) -> None:
        """Roll downhill until the sheet is level."""
        s = self.stage
        self.say("Roll downhill: the sheet levels out.")
        for cut in s.cuts:
            cut.add_updater(lambda m: m.set_place(*s.current(), s.view()))
        self._look(
            self._along(lambda t: (WALL[0] * (1 - t), WALL[1])),
            s.turn.animate.set_value(TURNED),
            scenery=(s.floor, s.names, s.wall, s.levels),
            run_time=5.0,
        )
        self.say("Level both ways: that happens at one place only.")
        self.wait(1.5)

    def answer(self) -> None:
        """Look from above again: the best line is the centre of the map."""
        s = self.stage
        self.step("answer")
        for cut in s.cuts:
            cut.clear_updaters()
        self.hush()
        gone = (*s.cuts, s.sheet, *s.gradient, s.names, *s.levels.names)
        self.play(FadeOut(*gone), run_time=0.6)
        scenery = s.floor, s.wall, s.levels.rings
        self._look(s.turn.animate.set_value(0.0), scenery=scenery, run_time=1.2)
        self.watch(s.space.map)
        self._look(s.tilt.animate.set_value(0.0), scenery=scenery, run_time=2.0)
        self.play(FadeIn(s.space.map), FadeIn(*s.levels.names), FadeOut(s.floor), run_time=0.4)
        self.say("The best line: the lowest place.")
        self.play(self._along(_homing), run_time=4.0, rate_func=linear)

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
            self._along(lambda t: tuple((1 - t) * ends[0] + t * ends[1])),
            run_time=run_time,
            rate_func=smooth,
        )

    def _along(self, way: Callable[[float], Polar]) -> UpdateFromAlphaFunc:
        """Return the animation that takes the line along ``way``, from share 0 to share 1."""
        s = self.stage

        def go(_: object, share: float) -> None:
            a, b = s.space.landscape.at(*way(share))
            s.a.set_value(float(a))
            s.b.set_value(float(b))

        return UpdateFromAlphaFunc(s.a, go)

    def _sweep(self, cut: Cut, tracker: Any) -> None:
        """Move one number to the rim and to the other rim and back; leave the path."""
        s = self.stage
        line, home = s.current(), float(tracker.get_value())
        low, high = cut.reach(*line)
        seen = [0.0]
        self.add(cut)
        for target, run_time in ((high, 1.0), (low, 2.2), (0.0, 1.6)):
            known = min(seen), max(seen)
            cut.add_updater(
                lambda m, known=known: m.set_swept(
                    line,
                    min(known[0], tracker.get_value() - home),
                    max(known[1], tracker.get_value() - home),
                    s.view(),
                )
            )
            self.play(tracker.animate.set_value(home + target), run_time=run_time)
            cut.clear_updaters()
            seen.append(target)


def _homing(share: float) -> Polar:
    """Swing about the lowest place, less and less, and end there."""
    return 0.55 * EDGE * float(np.sin(3 * np.pi * share)) * (1 - share), 2.4 + 2 * share
