"""From what is asked of make to the targets that it has to see to."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tools.make.choices import ALLOWED, Choices
from tools.make.pictures import figure_targets, film_targets, number_targets
from tools.make.targets import Target

GOALS = ("all", "figures", "video", "films", "preview", "numbers")


def wanted(goal: str, choices: Choices) -> list[Target]:
    """Return what make has to see to for ``goal``: a name like "figures", or that of one file.

    One file is named by its path, or as make calls it: by its path below its root.
    """
    found = list(_goal(goal, choices))
    if not found and goal not in GOALS:
        found = [one for one in _every(choices) if goal == one.name or Path(goal) in _files(one)]
        if not found:
            raise ValueError(f"there is no {goal} to build (`make help` says what there is)")
    return found[:1] if goal not in GOALS else found


def _goal(goal: str, choices: Choices) -> Iterator[Target]:
    if goal in ("all", "figures"):
        yield from figure_targets(choices)
    if goal in ("all", "video", "films"):
        yield from film_targets(choices, every=goal == "films")
    if goal == "preview":
        yield from film_targets(replace(choices, quality="l"), "preview/video")
    if goal in ("all", "numbers"):
        yield from number_targets(choices)


def _every(choices: Choices) -> Iterator[Target]:
    for form in ALLOWED["FORMAT"]:
        yield from figure_targets(replace(choices, format=form))
    for words in (choices.words, *ALLOWED["WORDS"]):
        yield from film_targets(replace(choices, words=words), every=True)
    yield from _goal("preview", choices)
    yield from number_targets(choices)


def _files(target: Target) -> tuple[Path, ...]:
    return (target.file, *target.leaves)
