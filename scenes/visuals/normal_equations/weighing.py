"""What makes the beams: a shift, a turn, and that each of them undoes the other."""

from manim import FadeIn, FadeOut, linear

from scenes.film import Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.leaning import NEARER_YET, TURNED
from scenes.visuals.normal_equations.moves import gather, lay_beams
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.together import together

LEVEL = 0.0


def weigh_shift(film: Film, stage: Stage) -> None:
    """Enlarge two squares, see what a shift does to them, and pile up what it does to all."""
    pair, arms, (first, _), leaning = stage.enlarged, stage.arms, stage.misses, stage.leaning
    film.say("Does a shift up help?")
    small = list(dict.fromkeys(stage.squares[one.k] for one in pair))
    film.add(*small)
    others = [one for one in stage.squares if one not in small]
    film.play(*map(FadeOut, others), run_time=0.4)

    def come(_: object, share: float) -> None:
        for one in pair:
            one.set_come(share)

    film.play(*together(come, [one.base for one in pair]), run_time=1.0)
    film.add(*pair)
    film.play(*(FadeIn(one.where) for one in pair), run_time=0.3)
    film.say(_changes(gains=pair[0].gains))
    shifted = leaning.line(TURNED, NEARER_YET)
    film.play(*leaning.to(shifted, (*stage.shifting, *small, *pair)), run_time=1.4)
    film.say('Each: $res("miss") dot intercept("shift")$. Corners can wait.')
    film.play(*(FadeIn(one.arm) for one in pair), run_time=0.5)
    corners = [one.arms[-1] for one in pair]
    film.play(*map(FadeOut, corners), run_time=0.6)
    # Whoever has only a mark at the edge weighs in with the whole miss.
    film.say(f"Pile up all arms, {'also outside' if stage.marks else 'lost and gained'}.")
    first.set_line(*shifted)
    leaving = [part for one in pair for part in (one.base, *one.arms[:-1], one.where, one.arm)]
    film.play(*map(FadeOut, leaving), run_time=0.3)
    film.play(*map(FadeIn, (*others, arms.draw())), run_time=0.6)
    film.wait(0.2)

    def fly(_: object, share: float) -> None:
        arms.set_gathered(share)

    around = first.base, first.sides, stage.arms_name
    film.play(*map(FadeOut, stage.squares), *map(FadeIn, around), run_time=0.4)
    film.play(*together(fly, arms, linear), run_time=1.5)
    film.say('All are equally wide: $res("misses")$ decide.')
    film.play(
        FadeOut(arms),
        FadeIn(first.pieces),
        *exchange([stage.arms_name], [first.title]),
        run_time=0.8,
    )
    lay_beams(film, first)
    film.say("More is lost: $res(epsilon)$ falls until it is level.")
    moving = (*stage.shifting, first)
    film.play(*leaning.to(leaning.line(TURNED, LEVEL), moving), run_time=1.4)
    film.wait(0.5)


def weigh_turn(film: Film, stage: Stage) -> None:
    """The line is a lever: far out, a miss changes more, so it counts x times."""
    lever, leaning, chart, (first, second) = stage.lever, stage.leaning, stage.chart, stage.misses
    film.say("Turn it about $intercept(b)$: at $x$, it moves $x$ times as far.")
    film.play(*map(FadeOut, (stage.residuals, stage.epsilon, first)), run_time=0.4)
    film.play(*chart.move(layout.WIDE, [stage.line, *stage.everyone]), run_time=0.7)
    film.watch(chart)
    lever.draw()
    frame = lever.before, lever.arrows, lever.pivot
    film.play(*map(FadeIn, (*frame, lever.two)), run_time=0.4)
    back = leaning.now
    tipped = back[0] + stage.tipping, back[1]
    film.play(*leaning.to(tipped, (stage.line, lever.two)), run_time=1.2)
    film.play(FadeIn(lever.others), run_time=0.4)
    film.wait(0.1)
    film.say('So are its arms: each $res("miss")$ counts $x$ times.')
    bars = lever.two, lever.others
    film.play(*leaning.to(back, (stage.line, *bars)), run_time=0.6)
    film.play(*map(FadeOut, (*frame, *bars)), run_time=0.3)
    film.watch(chart, stage.epsilon)
    film.play(*chart.move(layout.HALF, [stage.line, *stage.everyone]), run_time=0.7)
    stage.residuals.draw()
    first.set_area(layout.FIRST)
    film.watch(chart, first, second)
    film.play(*map(FadeIn, (first, stage.residuals, stage.epsilon)), run_time=0.4)
    gather(film, second, time=1.0)


def undo(film: Film, stage: Stage) -> None:
    """Level one beam, and the other tips: both are wanted at once."""
    leaning, rounds = stage.leaning, stage.rounds
    moving = (*stage.shifting, *stage.misses)
    if not rounds:
        film.say("The first beam is level, and this one is not. Can both be?")
        film.wait(1.0)
        return
    film.say("Make one level, and the other tips.")
    film.play(*leaning.to(rounds[0], moving), run_time=1.3)
    film.wait(0.3)
    film.play(*leaning.to(rounds[1], moving), run_time=1.3)
    film.say("Can both be level at once?")
    film.wait(1.2)


def _changes(*, gains: bool) -> str:
    if gains:
        return "Above, it loses two arms; below, it gains two."
    return "Both squares lose two arms."
