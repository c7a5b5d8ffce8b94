"""What MultipleRegression says and writes, as far as it depends on the table."""

import re
from dataclasses import dataclass
from typing import Self

import numpy as np

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.two_flats.left_over import left_over
from scenes.visuals.writing.fitted import shortened
from scenes.visuals.writing.pen import Pen

NAME = 4.2  # width: a sentence holds two of them
HALF = 0.5
# A share nearer to nothing or to all than this is no number of per cent.
ROUND = 0.005
DIGITS = 3
LINE_UNIT = 0.8  # width
PAST_LEAST = "Tilt more, and the sum rises: stop at the lowest."
_UNIT = re.compile(r"\s*[\[(]([^\])]*)[\])]\s*$")


@dataclass(frozen=True)
class Told:
    """Sentences (see ``Pen.sentence``) and names for one table; some flats may stand for all.

    A table of a user's own has no story of two flats: ``opening`` is what is said instead, and the
    last ones are not.
    """

    titles: tuple[str, str, str]
    near: str
    far: str
    slope_unit: str
    line_unit: str
    first_step: str
    second_step: str
    opening: str
    line: str
    misses: str
    colours: str
    sides: str
    space: str
    level: str
    tilt: str
    past: str
    sides_again: str
    steepen: str
    left: str
    left_share: str
    back: str
    flat: str
    move: str
    moved: str
    so_far: str = ""
    apart: str = ""
    smallest: str = ""
    largest: str = ""
    first_moved: str = ""
    larger: str = ""
    farther: str = ""
    last: str = ""
    answer: str = ""

    @classmethod
    def of_flats(cls, flats: Flats) -> Self:
        """Choose the words for the article's own story of rents."""
        more, away = np.ptp(flats.values[list(flats.twins), :2], axis=0)
        alone, both = (flats.alone(moved).per_area * more for moved in (0.0, 1.0))
        apart, far = np.diff(flats.space.distances).max(), np.ptp(flats.space.distances)
        before, after = (-plane.per_distance * far for plane in flats.planes[1:])
        out = [flats.values[rows, 1].mean() for rows in flats.outer]
        farthest = flats.values[flats.twins[1], 1]
        missed = flats.missed(flats.by_both)[list(flats.twins)]
        return cls(
            titles=("area (m²)", "distance (km)", "rent (EUR)"),
            near="near",
            far="far",
            slope_unit="EUR per m²",
            line_unit="km",
            first_step="area",
            second_step="distance",
            opening="",
            line=f"A line for area alone says {alone:.0f} EUR.",
            misses=_misses("flat"),
            colours="Colour the flats by distance from the centre.",
            sides='Most $near("near")$ ones lie above, most $far("far")$ below!',
            space="The line is a sheet, seen edge-on: turn it.",
            level="Along distance, the sheet is level.",
            tilt='Tilt it along distance: $near("near")$ up, $far("far")$ down.',
            past=PAST_LEAST,
            sides_again="Now the smallest lie mostly below, the largest above!",
            so_far=f"So far, {far:.0f} km cost {before:.0f} EUR.",
            steepen="Each line turns about its flats’ average.",
            apart=f"So they move apart: {far:.0f} km cost {after:.0f} EUR, not {before:.0f}.",
            left=_left(flats.left),
            left_share=_left_share(flats.left),
            back=f"Back to the front: five lines, {apart:.0f} km apart.",
            flat="Why was the line for area alone so shallow?",
            smallest=f"Average the smallest quarter: {out[0]:.1f} km out.",
            largest=f"The largest quarter: {out[1]:.1f} km.",
            first_moved=(
                f"Bring one flat from {farthest:.1f} to {flats.space.one_distance:.0f} km:"
                f" it rises {after / far * flats.nearer:.0f}."
            ),
            move="Move all others: the line for area alone is refitted.",
            moved=f"At one distance, {more:.0f} m² are worth {both:.0f} EUR, not {alone:.0f}.",
            larger=f"{more:.0f} m² more, along its line: up {both:.0f} EUR.",
            farther=f"{away:.1f} km farther, to the other line: down {after / far * away:.0f} EUR.",
            last=left_over(missed),
            answer=f"At the same distance: {both:.0f} EUR.",
        )

    @classmethod
    def of_own(cls, flats: Flats, labels: tuple[str, str, str], total: int, pen: Pen) -> Self:
        """Choose the words for ``total`` points of a user's own, of which some are shown."""
        first, second, explained = (_name(label, pen) for label in labels)
        shown = len(flats.values)
        points = f"{shown} points" if shown == total else f"{shown} of {total} points"
        alone, both = (_quoted(plane.per_area) for plane in (flats.by_area, flats.by_both))
        return cls(
            titles=labels,
            near="low",
            far="high",
            slope_unit=_slope_unit(labels, first),
            line_unit=_line_unit(labels[1], pen),
            first_step="first",
            second_step="second",
            opening=f"{points}: {explained} against {first}.",
            line=f"A line for {first} alone: its slope is {alone}.",
            misses=_misses("point"),
            colours=f'Colour each by {second}: $near("low")$ to $far("high")$.',
            sides=_sides(flats),
            space="The line is a sheet, seen edge-on: turn it.",
            level=f"Along {second}, the sheet is level.",
            tilt=f"Let it tilt along {second}, too.",
            past=PAST_LEAST,
            sides_again=f"From the front: five lines, each at one {second}.",
            steepen=f"Let their slope along {first} follow, to the lowest sum.",
            left=_left(flats.left),
            left_share=_left_share(flats.left),
            back="Turn it back to the front.",
            flat=(
                f"With {second} held fixed, the slope is {both}"
                + (f", not {alone}." if both != alone else ", too.")
            ),
            move=f"Now move every point to one {second}.",
            moved=(
                f"Most of the scatter was {second}."
                if flats.left < HALF
                else "This scatter is what neither of them explains."
            ),
        )


def _name(label: str, pen: Pen) -> str:
    """Return a header without its unit, as short as a sentence needs it."""
    # A dollar sign would begin a formula.
    return shortened(pen, _UNIT.sub("", label).replace("$", "") or label.strip("[]()$"), NAME)


def _slope_unit(labels: tuple[str, str, str], first: str) -> str:
    units = [unit[1] if (unit := _UNIT.search(label)) else "" for label in labels]
    # What begins with a digit is a factor: a number beside it would be read as one.
    per, _, explained = ("" if unit[:1].isdigit() else unit for unit in units)
    return f"{explained} per {per or first}".strip()


def _line_unit(label: str, pen: Pen) -> str:
    """Return the unit in a header, where it is short enough to stand at a line."""
    found = _UNIT.search(label)
    return found[1] if found and shortened(pen, found[1], LINE_UNIT) == found[1] else ""


def _quoted(value: float) -> str:
    """Return a number for a sentence, with its sign and power of ten as mathematics has them."""
    mantissa, _, power = f"{value:.{DIGITS}g}".partition("e")
    factor = f" times 10^({int(power)})" if power else ""
    return f"${mantissa}{factor}$"


def _misses(one: str) -> str:
    return f"Each {one} misses the line: square the misses."


def _left(share: float) -> str:
    of = "of the first line’s squares remain"
    if share < ROUND:
        return f"Hardly any {of}."
    if share > 1 - ROUND:
        return f"Nearly all {of}."
    return f"{'Only ' * (share < HALF)}{share:.0%} {of}."


def _left_share(share: float) -> str:
    """Return what stands at the tank: "" where no number of per cent would be true."""
    return f"{share:.0%}" if ROUND <= share <= 1 - ROUND else ""


def _sides(flats: Flats) -> str:
    """Say on which side of the line of the first column alone the low and the high ones lie."""
    above = flats.missed(flats.by_area) > 0
    share = (flats.values[:, 1] - flats.space.distance.low) / flats.space.distance.span
    low, high = above[share < HALF], above[share > HALF]
    for ones, others, over, under in (
        (low, high, 'near("low")', 'far("high")'),
        (high, low, 'far("high")', 'near("low")'),
    ):
        if np.mean(ones) > HALF > np.mean(others):
            return f"Most ${over}$ ones lie above, most ${under}$ ones below."
    return "Do the colours keep to one side of the line?"
