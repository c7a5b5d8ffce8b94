"""One point makes a straight trough over the map of all lines; troughs add up to a bowl.

Storyboard
    map       every place on a map is a line; somewhere on it lies the best one: where?
    point     one point, its square; the lines through it lie on a straight line of the map
    trough    the map tilts, the square stands up on its place: both ways it grows, a trough
    second    a second point at the same x: its trough is parallel, so all along one line they are
              equally good
    turn      that point goes to its own x, its trough turns: one lowest place, a bowl
    third     a third point's line misses the crossing: its trough lifts the bowl off the map
    all       every point lays its trough on top, and the scale of heights makes room for them
    roll      a ball on the wall rolls down to the best line
    answer    the bowl from above, and the map again: the ball rests on the best line
"""

from collections.abc import Callable, Collection
from typing import Any

import numpy as np
from manim import FadeIn, FadeOut, UpdateFromAlphaFunc, VMobject, linear, rush_into, smooth

from scenes.film import Film
from scenes.visuals.residual_bowl import places
from scenes.visuals.residual_bowl.building import RIM, build
from scenes.visuals.residual_bowl.moves import along, stand, stand_on_top, straight
from scenes.visuals.residual_bowl.on_the_bowl import Place
from scenes.visuals.residual_bowl.stage import FIRST, Stage
from scenes.visuals.writing.screen import THIN

EDGE = float(np.sqrt(RIM))
# Places are polar: the root of epsilon_rel and an angle. Angles are chosen for lines that differ.
START = 0.9 * EDGE, 2.6
ON_THE_WAY = 0.8 * EDGE, 4.3
FAR_OFF = 0.8 * EDGE, 6.0
# On the far wall, where both numbers are too large.
WALL = 1.4, 1.36
PULSES = 2
# Of the way to the rim, and of that to the end of the line, while the ball goes along a trough.
BESIDE, ALONG = 0.6, 0.6


class ResidualBowl(Film):
    """The sum of squares as a surface over slope and intercept, trough by trough."""

    poster_step = "roll"
    poster_share = 0.3
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = s = build(self.pen, self.settings.dataset())
        s.put(*places.polar(s, *START))
        s.follow_line()
        s.floor.set_view(s.view())
        self.show_map()
        self.keep_one_point()
        self.raise_trough()
        self.add_parallel()
        self.turn_second()
        self.lift_by_third()
        self.add_all()
        self.roll()
        self.answer()

    def show_map(self) -> None:
        """Show the map, and the line of one of its places."""
        s = self.stage
        self.step("map")
        self.watch(s.space.map)
        self.add(s.tiles, s.space.map, s.chart, s.cloud, *s.drawn_line, *s.values, s.ball)
        self.say(s.told.places)
        self._walk(*ON_THE_WAY, run_time=2.8)
        self.say("Is one of them the best? Or are there several?")
        self._walk(*FAR_OFF, run_time=2.8)

    def keep_one_point(self) -> None:
        """Show one point with its square, then the lines through it and their places."""
        s = self.stage
        start, end = s.way
        self.step("point")
        self.say('Keep one point. The $res("square")$ on its gap is the $res("error")$.')
        s.shown.set_value(1.0)
        self.play(FadeIn(s.discs.update()), FadeOut(s.cloud, s.tiles), run_time=0.8)
        self.add(s.squares)
        self.play(s.squared.animate.set_value(1.0), FadeIn(s.gap.update()), run_time=0.8)
        u, v = s.place()
        self.play(straight(s, (u, v), (u - 1.5, v + 1.0)), run_time=1.8)
        self.say("Lines through the point have no error.")
        self.play(straight(s, s.place(), start), run_time=1.4)
        s.fan.add_updater(lambda m: m.set_passed(places.gone(s, s.way), s.heights(), s.view()))
        self.add(s.fan)
        self.play(straight(s, start, end), run_time=3.0)
        s.fan.clear_updaters()
        self.say(s.told.straight)
        draw = UpdateFromAlphaFunc(s.first_lines, lambda m, t: m.set_drawn(t, s.view()))
        self.play(draw, straight(s, end, places.middle(s)), run_time=2.0)

    def raise_trough(self) -> None:
        """Let the square stand up on its place, and so all along: a trough."""
        s = self.stage
        u, v = places.middle(s)
        low, high = places.across(s, u)
        self.step("trough")
        self.say('Up or down the map, the $res("gap")$ grows.')
        self.play(FadeOut(s.fan), FadeIn(s.miss.update()), run_time=0.5)
        self.play(straight(s, (u, v), (u, v + 0.75 * (high - v))), run_time=1.6)
        self.hush()
        self.play(FadeOut(s.space.map, s.miss), FadeIn(s.floor), run_time=0.5)
        self._look(1.0, scenery=(s.floor, s.first_lines))
        self.play(FadeIn(s.names.set_view(s.view())), run_time=0.4)
        self.watch(s.chart, s.floor, s.names, s.ball)
        self.say('Let its $res("square")$ stand up as a height.')
        self.play(stand(s), run_time=1.8)
        s.bar.add_updater(lambda m: m.set_corners(s.standing()))
        self.say("To both sides it grows.")
        self.play(straight(s, s.place(), (u, high)), run_time=0.8)
        self._trace((u, high))
        self.play(straight(s, (u, high), (u, low)), run_time=2.2)
        s.path.clear_updaters()
        # Beside the line of the point, and along it: the gap stays as it is.
        beside, ((w, x), _) = v + BESIDE * (low - v), s.way
        start, end = (u, beside), (u + ALONG * (w - u), beside + ALONG * (x - v))
        self.play(straight(s, (u, low), start), run_time=0.6)
        self.say("Along the line it stays the same: a trough.")
        width = s.space.size[0]

        def sweep(part: Any, share: float) -> None:
            reach = share * width
            part.set_heights(s.heights(), s.view(), (u - reach, u + reach))

        walls = (UpdateFromAlphaFunc(part, sweep) for part in (s.far, s.near))
        self.play(*walls, straight(s, start, end), run_time=2.8)
        s.bar.clear_updaters()
        self.watch(s.chart, s.floor, s.names, s.far, s.near, s.ball)
        self.settle(s.floor, s.names, s.first_lines, s.far)
        self.play(FadeOut(s.bar, s.path, s.gap), FadeIn(s.stick.update()), run_time=0.5)

    def add_parallel(self) -> None:
        """Lay the trough of a second point at the same x beside the first, and add them up."""
        s = self.stage
        self.step("second")
        self.say("Put a second point at the same x: a parallel trough.")
        self._come(2, straight(s, s.place(), places.beside(s)))
        grow = UpdateFromAlphaFunc(s.ribs, lambda m, t: m.set_heights(s.second(), s.view(), t))
        self.play(grow, run_time=1.6, rate_func=linear)
        first = FadeIn(s.bar.set_corners(s.standing()))
        self.play(s.squared.animate.set_value(2.0), first, FadeOut(s.stick), run_time=0.6)
        self.say('Add them: one $res("square")$ on the other, at every place.')
        self.play(stand_on_top(s), run_time=1.6)

        def join(part: Any) -> None:
            share = float(s.added.get_value()) - 1
            part.set_heights(s.present().crossing(s.rim(), s.space.top, share), s.view())

        s.ribs.add_updater(join)
        self._reshape(s.added.animate.set_value(2.0), s.lifted.animate.set_value(0.0), run_time=2.2)
        s.ribs.clear_updaters()
        start, end = s.flat
        self.play(FadeOut(s.ribs, s.bar, s.on_top), straight(s, s.place(), start), run_time=1.2)
        self.say("Along its floor: many best lines, all equally good.")
        s.many.add_updater(lambda m: m.set_passed(places.gone(s, s.flat), s.heights(), s.view()))
        self.add(s.many)
        self.play(straight(s, start, end), run_time=3.2)

    def turn_second(self) -> None:
        """Move the second point to its own x: its trough turns, and the sum becomes a bowl."""
        s = self.stage
        self.step("turn")
        self.say("Move it to its own x: its trough turns.")
        s.ribs.add_updater(lambda m: m.set_heights(s.second(), s.view()))
        perch = straight(s, s.place(), places.perch(s))
        self.play(FadeIn(s.ribs.update()), perch, run_time=0.8)
        self._reshape(s.own.animate.set_value(1.0), scenery=(s.first_lines,), run_time=4.8)
        s.ribs.clear_updaters()
        s.many.clear_updaters()
        self.say("Now no way stays flat: it is a bowl.")
        self.play(FadeOut(s.ribs, s.many), FadeIn(s.stick.update()), run_time=0.5)
        self._trace(s.place())
        self.play(straight(s, s.place(), s.heights().lowest), run_time=2.0)
        self.say("One lowest place: the line through both points.")
        s.path.clear_updaters()
        self.play(FadeOut(s.path), run_time=0.6)

    def lift_by_third(self) -> None:
        """Add a third point, the line of which misses where the first two cross."""
        s = self.stage
        self.step("third")
        self.say(s.told.third)
        self.play(FadeIn(s.scale.update()), run_time=0.6)
        if s.troughs.steps < FIRST:
            self.wait(1.0)
            return
        self._come(3)
        moves = s.added.animate.set_value(3.0), s.squared.animate.set_value(3.0)
        self._reshape(*moves, run_time=2.0)
        self.play(straight(s, s.place(), s.heights().lowest), run_time=1.2)

    def add_all(self) -> None:
        """Lay the troughs of all points on each other, on a scale that makes room for them."""
        s = self.stage
        self.step("all")
        if s.told.every:
            self.say(s.told.every)
        thin = s.first_lines.animate.set_stroke(width=THIN)
        self.play(FadeIn(s.cloud), FadeOut(s.discs), thin, run_time=0.8)
        self.settle(s.first_lines, s.floor, s.names)
        self.add(s.newest)
        every = float(s.troughs.steps)
        counts = (one.animate.set_value(every) for one in (s.shown, s.squared, s.added))
        self._reshape(
            *counts,
            s.level.animate.set_value(s.last_level),
            run_time=6.0,
            scenery=(s.other_lines,),
            rate=rush_into,
        )
        self.remove(s.newest)

    def roll(self) -> None:
        """Roll downhill from the wall: it ends at the best line."""
        s = self.stage
        self.step("roll")
        self.say("Wherever it starts, downhill ends at the best line.")
        self._walk(*WALL, run_time=1.4)
        self._trace(s.place())
        radius, angle = WALL
        down = along(s, lambda t: places.polar(self.stage, (1 - t) * radius, angle))
        self.play(down, run_time=2.4)
        s.path.clear_updaters()

    def answer(self) -> None:
        """Look from above again: the ball rests on the best line."""
        s = self.stage
        self.step("answer")
        self.hush()
        self.play(FadeOut(s.names, s.stick, s.near, s.path, s.scale), run_time=0.5)
        lines = s.first_lines, s.other_lines
        self._look(0.0, scenery=(s.floor, s.far, *lines))
        self.watch(s.space.map)
        self.play(FadeIn(s.space.map), FadeOut(s.floor), run_time=0.5)
        self.say("One lowest place: one best line.")
        self.play(UpdateFromAlphaFunc(s.guides, lambda m, t: m.set_drawn(t)), run_time=1.6)
        self.play(FadeIn(s.tiles), FadeOut(*lines, s.far), run_time=1.2)
        pulse = UpdateFromAlphaFunc(s.pulse, lambda m, t: m.set_share((PULSES * t) % 1.0))
        self.play(pulse, run_time=2.4, rate_func=linear)

    def _trace(self, start: Place) -> None:
        """Let the path of the ball be drawn from here on."""
        s = self.stage
        s.path.add_updater(lambda m: m.set_gone(s.heights(), start, s.place(), s.view()))
        self.add(s.path)

    def _look(self, tilt: float, scenery: Collection[VMobject]) -> None:
        """Move the sight; between such moves what is seen stands still and is drawn once."""
        for part in scenery:
            part.add_updater(self.stage.draw)
        self.play(self.stage.tilt.animate.set_value(tilt), run_time=2.2)
        for part in scenery:
            part.clear_updaters()

    def _walk(self, root: float, angle: float, *, run_time: float) -> None:
        """Let the line go to a place."""
        way = straight(self.stage, self.stage.place(), places.polar(self.stage, root, angle))
        self.play(way, run_time=run_time, rate_func=smooth)

    def _come(self, count: int, *moves: Any) -> None:
        """Let one more point come, and its line be drawn on the map."""
        s = self.stage
        s.first_lines.add_updater(s.draw)
        self.play(s.shown.animate.set_value(float(count)), *moves, run_time=1.4)
        s.first_lines.clear_updaters()

    def _reshape(
        self,
        *moves: Any,
        run_time: float,
        scenery: Collection[VMobject] = (),
        rate: Callable[[float], float] = smooth,
    ) -> None:
        """Let the surface change."""
        s = self.stage
        for part in (*scenery, s.far, s.near):
            part.add_updater(s.draw)
            self.add(part)
        self.play(*moves, run_time=run_time, rate_func=rate)
        for part in (*scenery, s.far, s.near):
            part.clear_updaters()
        # The surface hides lines that lie behind it.
        self.settle(*dict.fromkeys((*scenery, s.floor, s.names, s.first_lines, s.far)))
