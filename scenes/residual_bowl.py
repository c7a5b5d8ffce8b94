"""One point makes a straight trough over the map of all lines; troughs add up to a bowl.

Storyboard
    map       every place on a map is a line; somewhere on it lies the best one: where?
    point     one point, its square; the lines through it lie on a straight line of the map
    trough    the map tilts, the square stands up on its place: both ways it grows, a trough
    second    a second point at the same x: its trough is parallel, so all along one line they are
              equally good
    turn      that point goes to its own x, its floor alone turns on the map, with a step that b
              falls; laid on the first, its trough lifts the old floor, dot by dot, to a curve;
              around it a bowl fills in: no path is flat
    third     no line goes through all points: a third trough lifts the bowl off the map, and its
              lowest place moves
    fourth    a cut across a fourth trough is lifted out of the bowl, heights of that trough drop on
              it: it bends more; along its floor nothing comes on top. As the cut turns, every path
              bends up: between two places equally high there is a lower one, which stays
    all       the bowl comes back on a scale with room for all: the others come on top, one as fast
              as the other, and it only rises and becomes steeper
    roll      from all around the rim balls roll down: they meet at the best line
    answer    its rings of equal height lie down on a map; beside it comes the map of two points at
              the same x: a row of best lines, or one
"""

import numpy as np
from manim import FadeIn, FadeOut, UpdateFromAlphaFunc, linear

from scenes.film import FIRST_HALF, SECOND_HALF, Film
from scenes.visuals.residual_bowl import climbing, cutting, places, shots
from scenes.visuals.residual_bowl.balls.profile import Profile
from scenes.visuals.residual_bowl.building import RIM, START, build
from scenes.visuals.residual_bowl.moves import (
    fall,
    stand,
    stand_on_top,
    straight,
    sweep,
)
from scenes.visuals.residual_bowl.stage import Stage
from scenes.visuals.residual_bowl.told import FEW

EDGE = float(np.sqrt(RIM))
# Places are polar: the root of epsilon_rel and an angle. Angles are chosen for lines that differ.
OPENING = 0.9 * EDGE, 2.6
ON_THE_WAY = 0.8 * EDGE, 4.3
FAR_OFF = 0.8 * EDGE, 6.0
# All around the rim; the first one is on the far wall, where both numbers are too large.
WALL = 0.93 * EDGE, START
# After such a share of their time balls are nearly down.
NEARLY = 0.6
# Of the way to the rim, and of that to the end of the line, while the ball goes along a trough.
BESIDE, ALONG = 0.6, 0.6
# And of that to the rim, while it goes down and up the map.
PART = 0.75


class ResidualBowl(Film):
    """The sum of squares as a surface over slope and intercept, trough by trough."""

    poster_step = "roll"
    poster_share = 0.3
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = s = build(self.pen, self.settings.dataset())
        s.put(*places.polar(s, *OPENING))
        s.follow_line()
        s.floor.set_view(s.view())
        self.show_map()
        self.keep_one_point()
        self.raise_trough()
        self.add_parallel()
        self.turn_second()
        self.lift_by_third()
        if s.profile is not None:
            self.lay_on_fourth(s.profile)
        self.add_all()
        self.roll()
        self.answer()

    def show_map(self) -> None:
        """Show the map, and the line of one of its places."""
        s = self.stage
        self.step("map")
        self.watch(s.chart, s.space.map)
        self.add(s.tiles, s.space.map, s.chart, s.cloud, *s.drawn_line, *s.values, s.ball)
        self.say(s.told.places)
        shots.walk(self, s, *ON_THE_WAY, run_time=2.8)
        self.say("Best: least sum of squared gaps. One line, or more?")
        shots.walk(self, s, *FAR_OFF, run_time=3.0)

    def keep_one_point(self) -> None:
        """Show one point with its square, then the lines through it and their places."""
        s = self.stage
        start, end = s.way
        self.step("point")
        self.say('Keep one point. The $res("square")$ on its gap is the $res("error")$.')
        s.shown.set_value(1.0)
        self.play(FadeIn(s.discs.update()), FadeOut(s.cloud, s.tiles), run_time=0.6)
        self.add(s.squares)
        arriving = FadeIn(s.gap.update(), s.error.update())
        self.play(s.squared.animate.set_value(1.0), arriving, run_time=0.8)
        u, v = s.place()
        self.play(straight(s, (u, v), (u - 1.5, v + 1.0)), run_time=1.0)
        self.play(straight(s, s.place(), start), run_time=1.0)
        self.say("Lines through the point have no error.")
        s.fan.add_updater(lambda m: m.set_passed(places.gone(s, s.way), s.heights(), s.view()))
        self.add(s.fan)
        self.play(straight(s, start, end), run_time=2.0)
        s.fan.clear_updaters()
        self.play(straight(s, end, start), run_time=0.6)
        # As it says: with a growing.
        self.say(s.told.straight)
        draw = UpdateFromAlphaFunc(s.first_lines, lambda m, t: m.set_drawn(t, s.view()))
        self.play(draw, straight(s, start, places.middle(s)), run_time=1.4)
        shots.count_step(self, s)
        self.wait(1.1)

    def raise_trough(self) -> None:
        """Let the square stand up on its place, and so all along: a trough."""
        s = self.stage
        u, v = places.middle(s)
        low, high = places.across(s, u)
        self.step("trough")
        self.say('Up or down the map, the $res("gap")$ grows.')
        # They stay until what they show is no longer said.
        gone = FadeOut(s.fan, s.reach, s.step_down, s.stairs, rate_func=SECOND_HALF)
        self.play(gone, FadeIn(s.miss.update()), run_time=0.5)
        above, below = ((u, v + PART * (side - v)) for side in (high, low))
        self.play(straight(s, (u, v), above), run_time=0.6)
        self.play(straight(s, above, below), run_time=1.2)
        self.say('Let its $res("square")$ stand up as a height.')
        self.play(FadeOut(s.space.map, s.miss), FadeIn(s.floor), run_time=0.4)
        shots.look(self, s, 1.0, scenery=(s.floor, s.first_lines))
        self.play(FadeIn(s.names.set_view(s.view())), run_time=0.3)
        self.watch(s.chart, s.floor, s.names, s.ball)
        self.play(stand(s), run_time=1.5)
        s.bar.add_updater(lambda m: m.set_corners(s.standing()))
        self.say("To both sides it grows.")
        self.play(straight(s, s.place(), (u, low)), run_time=0.5)
        s.trace((u, low))
        self.add(s.path)
        self.play(straight(s, (u, low), (u, high)), run_time=1.5)
        s.path.clear_updaters()
        # Beside the line of the point, and along it: the gap stays as it is.
        beside, ((w, x), _) = v + BESIDE * (high - v), s.way
        start, end = (u, beside), (u + ALONG * (w - u), beside + ALONG * (x - v))
        self.play(straight(s, (u, high), start), run_time=0.5)
        self.say("Along the line it stays the same: a trough.")
        self.play(*sweep(s, u), straight(s, start, end), run_time=2.5)
        self.watch(s.chart, s.floor, s.names, s.far, s.near, s.ball)
        self.settle(s.floor, s.names, s.first_lines, s.far)
        self.play(FadeOut(s.path, s.gap), run_time=0.5)

    def add_parallel(self) -> None:
        """Lay the trough of a second point at the same x beside the first, and add them up."""
        s = self.stage
        self.step("second")
        self.say("Put a second point at the same $x$: a parallel trough.")
        shots.come(self, s, 2, straight(s, s.place(), places.beside(s)))
        grow = UpdateFromAlphaFunc(s.ribs, lambda m, t: m.set_heights(s.second(), s.view(), t))
        self.play(grow, run_time=1.4, rate_func=linear)
        s.bar.clear_updaters()
        self.play(s.squared.animate.set_value(2.0), run_time=0.6)
        self.say('Add them: one $res("square")$ on the other, at every place.')
        self.play(stand_on_top(s), run_time=1.2)
        shots.add_up(self, s)
        start, end = s.flat
        gone = FadeOut(s.bar, s.on_top, s.stacks)
        self.play(gone, straight(s, s.place(), start), run_time=0.7)
        self.say("Along its floor: many best lines, all equally good.")
        s.many.add_updater(lambda m: m.set_passed(places.gone(s, s.flat), s.heights(), s.view()))
        self.add(s.many)
        self.play(straight(s, start, end), run_time=2.8)

    def turn_second(self) -> None:
        """Move the second point to its own x: its trough turns, and the sum becomes a bowl."""
        s = self.stage
        self.step("turn")
        self.say(s.told.turn)
        shots.turn_floor(self, s, places.perch(s))
        self.say("Add its turned trough: the old floor climbs.")
        climbing.climb(self, s)
        self.say("Now no path stays flat: it is a bowl.")
        climbing.fill_in(self, s)
        self.play(FadeIn(s.stick.update()), run_time=0.3)
        s.trace(s.place())
        self.add(s.path)
        self.play(straight(s, s.place(), s.heights().lowest), run_time=1.7)
        s.path.clear_updaters()

    def lift_by_third(self) -> None:
        """Add a third point, the line of which misses where the first two cross."""
        s = self.stage
        self.step("third")
        self.say(s.told.lowest)
        # No error is told while points are drawn that have no square in it.
        untold = [s.error] if s.troughs.steps >= FEW else []
        gone = FadeOut(s.path, s.many, s.old_floor, s.turned, *untold)
        self.play(gone, FadeIn(s.cloud), run_time=1.0)
        if s.troughs.steps < FEW:
            self.say(s.told.third)
            self.wait(1.0)
            return
        self.say(s.told.third)
        shots.come(self, s, 3, FadeOut(s.cloud, rate_func=FIRST_HALF))
        shots.point_out(self, s, 2)
        self.say(s.told.lift)
        shots.lift(self, s)

    def lay_on_fourth(self, profile: Profile) -> None:
        """Lift a way out of the bowl and lay a fourth trough on it: however it turns, it bends."""
        s = self.stage
        self.step("fourth")
        self.say(s.told.fourth)
        cutting.come_as_trough(self, s)
        self.say("Cut across the fourth trough.")
        cutting.cut_across(self, s)
        self.say("Lift the cut out: heights of three.")
        cutting.make_room(self, s, profile)
        self.watch(profile, s.floor, s.far, s.near)
        self.wait(1.1)
        self.say("Drop the fourth's heights on top.")
        cutting.drop(self, s, profile)
        cutting.rise_over_all(self, s, profile)
        self.say("Height on height: it bends more.")
        self.play(FadeIn(profile.marks), run_time=0.4)
        self.wait(1.6)
        self.say(s.told.along)
        gone = FadeOut(profile.marks, rate_func=FIRST_HALF)
        cutting.turn_cut(self, s, np.pi / 2, gone, run_time=1.5)
        self.wait(0.9)
        self.say("So every path bends up.")
        cutting.turn_cut(self, s, 2 * np.pi, run_time=3.9)
        self.say("Two lowest places? The path between dips lower.")
        cutting.set_two(self, s, profile)
        self.wait(1.2)
        self.say("So only one.")
        cutting.leave_one(self, profile)

    def add_all(self) -> None:
        """Lay all other troughs on the bowl, on a scale of heights that has room for them."""
        s = self.stage
        self.step("all")
        self.say(s.told.rest)
        if s.profile is None:
            shots.zoom_out(self, s)
        else:
            cutting.come_back(self, s, s.profile)
            self.watch(s.chart, s.floor, s.names, s.far, s.near, s.ball)
            self.wait(0.4)
        if s.troughs.steps > s.troughs.singly:
            self.say("No further trough can flatten it.")
            shots.pile_up(self, s)
        if s.error not in self.mobjects:
            self.play(FadeIn(s.error.update()), run_time=0.4)

    def roll(self) -> None:
        """Let balls go all around the rim: they meet at the best line."""
        s = self.stage
        self.step("roll")
        self.say("Roll down from anywhere.")
        radius, _ = WALL
        s.runners.set_root(radius, radius, s.heights(), s.view())
        up = straight(s, s.place(), places.polar(s, *WALL))
        self.play(up, FadeIn(s.runners, rate_func=SECOND_HALF), run_time=0.9)
        s.trace(s.place())
        self.add(s.path)
        self.play(*fall(s, WALL, (0.0, NEARLY)), run_time=1.5, rate_func=linear)
        self.say("All meet at one place.")
        self.play(*fall(s, WALL, (NEARLY, 1.0)), run_time=1.4, rate_func=linear)
        s.path.clear_updaters()

    def answer(self) -> None:
        """Lay rings of equal height on the map, beside it another one: many are best, or one."""
        s = self.stage
        self.step("answer")
        self.say("Lay rings of equal height on the map.")
        s.draw(s.different.levels)
        rings = FadeIn(s.different.levels)
        axis = [s.height_scale] if s.height_scale in self.mobjects else []
        gone = FadeOut(s.names, *axis, s.stick, s.near, s.path, s.runners)
        self.play(gone, rings, run_time=0.3)
        shots.look(
            self, s, 0.0, scenery=(s.floor, s.far, s.first_lines, s.other_lines, s.different.levels)
        )
        shots.lie_down(self, s)
        self.watch(s.same.map, s.different.map)
        self.say("Same $x$: a whole row of best lines.")
        shots.set_beside(self, s)
        shots.find_row(self, s)
        self.say("Different $x$: one best line.")
        shots.find_best(self, s)
