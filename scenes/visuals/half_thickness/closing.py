"""How HalfThickness ends: the bet again, many shots against the guess, and twice as much lead."""

from manim import FadeIn, FadeOut, VMobject, smooth, squish_rate_func

from scenes.film import Film
from scenes.visuals.half_thickness import moves
from scenes.visuals.half_thickness.stage import Stage

EARLY = squish_rate_func(smooth, 0.05, 0.6)
SETTING, LATER = squish_rate_func(smooth, 0.3, 1.0), squish_rate_func(smooth, 0.4, 1.0)
COMING, LAST = squish_rate_func(smooth, 0.5, 1.0), squish_rate_func(smooth, 0.75, 1.0)


def shoot_again(film: Film, stage: Stage) -> None:
    """Take the lead that was found into the opening shot, and shoot."""
    bench = stage.bench
    bench.set(layout=stage.last_shot, thickness=stage.last_sheets)
    bench.set(flown=0.0, depths=stage.repeats.depths[0])
    film.say(f"The bet again, now with {stage.half} mm of lead.")
    there = _sent(stage)
    film.remove(stage.near.sizes.width_name)
    film.play(
        FadeOut(*stage.halved, rate_func=SETTING, run_time=1.0),
        FadeOut(stage.axes, stage.law, rate_func=LATER, run_time=1.3),
        moves.take_lead(stage.block, 1.5),
        FadeIn(*there, rate_func=LAST, run_time=1.5),
    )
    film.watch(bench)
    film.remove(stage.block, *there)
    film.add(bench, stage.half_name)
    film.play(FadeIn(stage.bet, *stage.beam), run_time=0.3)
    film.play(bench.fly(1.0))
    film.say(f"{bench.arrived}: {bench.outcome(' again')}.")


def repeat(film: Film, stage: Stage) -> None:
    """Repeat the shot, through the lead of the guess, too; pile up how many get through."""
    bench, repeats = stage.bench, stage.repeats
    film.say(stage.rivals)
    # Of the bench the lead stays: it is the slab beside the lower row.
    film.remove(bench)
    film.add(repeats.set_come(0.0).slabs[0])
    gone = *_sent(stage), bench.spent, bench.loss, stage.bet, *stage.beam, stage.half_name
    film.play(
        FadeOut(*gone, run_time=0.35),
        moves.take_aside(repeats, 0.0, 1.0, 1.0),
        FadeIn(*repeats.lines, rate_func=EARLY, run_time=1.0),
        FadeIn(*repeats.beside, rate_func=COMING, run_time=1.0),
    )
    film.remove(repeats.slabs[0], *repeats.around)
    film.add(repeats)
    film.watch(repeats)
    film.play(moves.repeat(repeats, 2.3))
    film.say(stage.verdict)
    film.play(moves.point_out(repeats.heap.mark, 1.2))
    film.wait(0.4)


def double(film: Film, stage: Stage) -> None:
    """Shoot through twice as much lead, and only then tell what is left on average."""
    bench, repeats, twice = stage.bench, stage.repeats, stage.twice
    film.say("And behind twice as much lead?")
    film.remove(repeats)
    film.add(repeats.slabs[0])
    # Over the lead stands what is left.
    bench.set(flown=0.0, depths=repeats.depths[-1], tells_losses=False)
    there = _sent(stage)
    film.play(
        FadeOut(*repeats.around, *repeats.counted, run_time=0.5),
        moves.take_aside(repeats, 1.0, 0.0, 0.8),
        FadeIn(*there, rate_func=COMING, run_time=0.8),
    )
    film.remove(repeats.slabs[0], *there)
    film.add(bench)
    film.watch(bench)
    around = FadeIn(*twice.names, *stage.beam, run_time=1.0, rate_func=COMING)
    film.play(moves.add_second(bench, 0.8), around)
    film.wait(1.0)
    film.play(bench.fly(1.1))
    film.say(stage.quarter)
    film.add(twice)
    film.play(moves.lead_on(twice, 1.8))
    film.say(f"Each {stage.half} mm halves the rest.")
    film.play(*(moves.point_out(arrow, 1.2) for arrow in (twice.first, twice.second)))


def _sent(stage: Stage) -> tuple[VMobject, ...]:
    """Return what is on the bench before a shot, but its lead."""
    bench = stage.bench
    return bench.slots, bench.photons, bench.sent, bench.arrival
