"""All that ResidualBowl ever puts on the screen."""

from dataclasses import dataclass

import numpy as np
from manim import Mobject, ValueTracker, VMobject, smooth, squish_rate_func

from core.landscape.squared import ResidualLandscape
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.cloud import Cloud
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Residuals, StraightLine
from scenes.visuals.plot.stem import Stem
from scenes.visuals.residual_bowl.balls.on_the_bowl import Ball, Bar, Place, Stick, standing
from scenes.visuals.residual_bowl.balls.profile import SMALLER, Profile
from scenes.visuals.residual_bowl.balls.runners import Runners
from scenes.visuals.residual_bowl.balls.stacks import Stacks
from scenes.visuals.residual_bowl.bowl.cut import Cut
from scenes.visuals.residual_bowl.bowl.heights import Heights
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.residual_bowl.bowl.surface import FarWall, NearWall
from scenes.visuals.residual_bowl.bowl.troughs import ALONE, Troughs
from scenes.visuals.residual_bowl.map.fan import Fan, Miss
from scenes.visuals.residual_bowl.map.floor import Floor, FloorNames
from scenes.visuals.residual_bowl.map.goal import Pulse
from scenes.visuals.residual_bowl.map.height_scale import HeightScale
from scenes.visuals.residual_bowl.map.lines import Path, PointLines, Ribs, Walk, ends
from scenes.visuals.residual_bowl.map.step_down import Reach, Stairs, StepDown
from scenes.visuals.residual_bowl.map.tiles import Tiles
from scenes.visuals.residual_bowl.map.verdicts import DifferentX, SameX
from scenes.visuals.residual_bowl.points.coming import ComingDiscs, ComingSquares
from scenes.visuals.residual_bowl.told import Told
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.value import Value

Line = tuple[float, float]
# While the bowl makes room, squares are the first to go, and the last to come back.
LAST = squish_rate_func(smooth, 0.6, 1.0)


@dataclass(frozen=True)
class Stage:
    """The trackers, the line over its points, the map, and the heights over it.

    ``shown`` and ``squared`` count the points and the squares that are there in the chart,
    ``added`` the steps of the surface (see ``Troughs``); ``level`` is the sum of squares that is as
    high as the picture allows, and ``cut`` tells which one is at the rim. While the square of the
    second point stands on the first surface, the ball is ``lifted`` by it. That point goes
    on a ``journey`` from the x of the first one to its own, ``own`` is the share of it that is
    gone, and so far the surface has ``followed``; ``flat`` is the way along the floor before,
    ``old_floor`` what becomes of it, ``turned`` the line of that point, seen through the bowl. The
    scenery is ``away`` while it leaves room, and a cut through it has a ``heading``; its
    ``profile`` needs a fourth point. A floor that is spoken of is ``lit``, and from each of the
    first points one of ``rings`` goes out.
    """

    told: Told
    landscape: ResidualLandscape
    troughs: Troughs
    cut: Cut
    last_level: float
    a: ValueTracker
    b: ValueTracker
    tilt: ValueTracker
    away: ValueTracker
    risen: ValueTracker
    shown: ValueTracker
    squared: ValueTracker
    added: ValueTracker
    lifted: ValueTracker
    own: ValueTracker
    followed: ValueTracker
    level: ValueTracker
    heading: ValueTracker
    space: BowlSpace
    tiles: Tiles
    chart: Chart
    cloud: Cloud
    discs: ComingDiscs
    squares: ComingSquares
    gap: Residuals
    line: StraightLine
    pivot: Marker
    stem: Stem
    values: tuple[Value, Value]
    error: Value
    floor: Floor
    names: FloorNames
    height_scale: HeightScale
    way: tuple[Place, Place]
    flat: tuple[Place, Place]
    first_point: Place
    journey: tuple[Place, Place]
    first_lines: PointLines
    other_lines: PointLines
    step_down: StepDown
    stairs: Stairs
    reach: Reach
    fan: Fan
    many: Fan
    miss: Miss
    path: Path
    old_floor: Path
    turned: Strokes
    walk: Walk
    profile: Profile | None
    ribs: Ribs
    far: FarWall
    near: NearWall
    ball: Ball
    bar: Bar
    on_top: Bar
    stacks: Stacks
    stick: Stick
    runners: Runners
    same: SameX
    different: DifferentX
    pulse: Pulse
    lit: Strokes
    rings: tuple[Pulse, ...]

    @property
    def drawn_line(self) -> tuple[VMobject, ...]:
        """The line with the dot where its second number is read."""
        return self.line, self.stem, self.pivot

    def current(self) -> Line:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), float(self.b.get_value())

    def place(self) -> Place:
        """Return where that line lies on the map."""
        u, v = self.space.floor(*self.current())
        return float(u), float(v)

    def put(self, u: float, v: float) -> None:
        """Take the line to a place on the map."""
        a, b = self.space.line(u, v)
        self.a.set_value(a)
        self.b.set_value(b)

    def view(self) -> View:
        """Return how space is seen now."""
        return self.space.view(float(self.tilt.get_value()), float(self.away.get_value()))

    def rim(self) -> float:
        """Return the sum of squares that is as high as the picture allows now."""
        return float(self.level.get_value())

    def present(self) -> Troughs:
        """Return the troughs with the second point where it is now."""
        return self._with_second(self.own)

    def heights(self) -> Heights:
        """Return the surface as it is now."""
        return self._sum(self._with_second(self.followed))

    def _with_second(self, gone: ValueTracker) -> Troughs:
        share = float(gone.get_value())
        return self.troughs if share == 1 else self.troughs.with_second(share)

    def _sum(self, troughs: Troughs) -> Heights:
        added = float(self.added.get_value())
        return self.cut.shown(troughs, added, self.rim(), self.space.top)

    def second(self) -> Heights:
        """Return the trough of the second point alone."""
        return self.present().coming(1, 0.0, self.rim(), self.space.top)

    def fourth(self) -> Heights:
        """Return the fourth trough alone."""
        return self.troughs.low(ALONE - 1, self.rim(), self.space.top)

    def second_point(self) -> tuple[float, float]:
        """Return where the second point is now."""
        own, ((x, y), (w, z)) = float(self.own.get_value()), self.journey
        return (1 - own) * x + own * w, (1 - own) * y + own * z

    def height(self) -> float:
        """Return how high the surface is at the line on screen."""
        return float(self.heights().at(*self.place()))

    def ball_height(self) -> float:
        """Return how high the ball is: on the surface, or on the square that stands on it."""
        return self.height() + self._lift()

    def _lift(self) -> float:
        lifted = float(self.lifted.get_value())
        return lifted * float(self.second().at(*self.place())) if lifted else 0.0

    def sum_of_squares(self) -> float:
        """Return the error of the line on screen: what the height of the ball stands for."""
        height = float(self._sum(self.present()).at(*self.place())) + self._lift()
        return height * self.rim() / self.space.top

    def standing(self) -> Points:
        """Return the corners of the bar that stands at the line on screen."""
        return standing(self.place(), 0.0, self.height(), self.view())

    def follow_line(self) -> None:
        """Let all that shows the line follow its two numbers."""
        for part in (self.line, self.gap):
            part.add_updater(lambda m: m.set_line(*self.current()))
        self.discs.add_updater(
            lambda m: m.move(1, *self.second_point()).set_count(float(self.shown.get_value()))
        )
        self.squares.add_updater(
            lambda m: (
                m.move(1, *self.second_point())
                .set_line(*self.current())
                .set_count(float(self.squared.get_value()), LAST(1 - self.away.get_value()))
            )
        )
        self.pivot.add_updater(lambda m: m.set_place(0.0, self.current()[1]))
        # Whichever is updated first, the stem ends where the dot is now.
        self.stem.add_updater(lambda m: (self.pivot.update(), m.draw()))
        self.ball.add_updater(
            lambda m: m.set_place(
                self.place(),
                float(self.risen.get_value()) * self.ball_height(),
                self.view(),
                1.0 - (1.0 - SMALLER) * float(self.away.get_value()),
            )
        )
        self.stick.add_updater(lambda m: m.set_place(self.place(), self.heights(), self.view()))
        self.miss.add_updater(lambda m: m.set_place(self.place(), self.view()))
        for follower in (self.ball, self.discs, self.squares):
            follower.update()
        slope, intercept = self.values
        slope.follow(lambda: self.current()[0])
        intercept.follow(lambda: self.current()[1])
        self.error.follow(self.sum_of_squares)

    def draw(self, part: Mobject) -> None:
        """Draw a part of the scenery as it is now and as it is seen now."""
        if part is self.different.levels:
            self.different.set_laid(0.0, self.heights(), self.view())
        elif isinstance(part, FarWall | NearWall):
            part.set_heights(self.heights(), self.view())
        elif isinstance(part, Floor | FloorNames):
            part.set_view(self.view())
        elif isinstance(part, PointLines):
            if part is self.first_lines:
                part.move(1, self.present().gaps[1])
            part.set_drawn(self.lines_of(part), self.view())

    def trace(self, start: Place) -> None:
        """Let the path of the ball be drawn from ``start`` on."""
        self.path.add_updater(
            lambda m: m.set_gone(self.heights(), start, self.place(), self.view())
        )

    def old_way(self) -> tuple[Place, Place]:
        """Return from where to where the flat way is still below the rim."""
        start, end = np.array(self.flat)
        way = end - start
        shares = np.clip((self.heights().walk(self.flat[0], way) - start) @ way / (way @ way), 0, 1)
        (u, v), (w, x) = start + shares[:, None] * way
        return (float(u), float(v)), (float(w), float(x))

    def draw_turned(self) -> Strokes:
        """Draw the line of the second point where it is now."""
        line = ends(self.present().gaps[1], self.space.size)
        return self.turned.set_corners(np.pad(line, ((0, 0), (0, 1)))[None], self.view())

    def stroll(self, share: float = 1.0) -> None:
        """Draw the first ``share`` of the cut through the surface."""
        way = self.troughs.hub, self.troughs.way(float(self.heading.get_value()))
        self.walk.set_gone(share, way, self.heights(), self.view())

    def cut_along(self, profile: Profile, lifted: float = 1.0, dropped: float = 1.0) -> None:
        """Let ``profile`` be that of the cut, so far ``lifted`` and the fourth bars ``dropped``."""
        heading, laid = float(self.heading.get_value()), float(self.added.get_value()) - ALONE + 1
        profile.set_way(heading, laid, self.view(), lifted=lifted, dropped=dropped)

    def set_pair(self, profile: Profile, *, drawn: float = 1.0, fallen: float = 1.0) -> None:
        """Put two balls and a third one on the curve of the cut (see ``Profile``)."""
        heading = float(self.heading.get_value())
        profile.set_pair(heading, self.view(), drawn=drawn, fallen=fallen)

    def light(self, k: int) -> Strokes:
        """Let the floor of the k-th of the first troughs be lit, as space is seen now."""
        line = self.first_lines.ends[k]
        return self.lit.set_corners(np.pad(line, ((0, 0), (0, 1)))[None], self.view())

    def lines_of(self, part: PointLines) -> float:
        """Return how many of the lines of points are there in ``part``."""
        shown = float(self.shown.get_value())
        return shown if part is self.first_lines else shown - len(self.first_lines.ends)
