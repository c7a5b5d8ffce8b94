"""A lecture and a site: first the pictures that they show, then the commands that make the pages.

With a user's table, what can be drawn of it takes the place of the article's; the rest stays.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tools.make.choices import ALLOWED, Choices
from tools.make.pictures import figure_targets, film_targets, number_targets, table_arguments
from tools.make.targets import Target

PAGES = ("lecture", "site")


def pictures_of(goal: str, choices: Choices, refused: Collection[str] = ()) -> list[Target]:
    """Return every picture that the pages of ``goal`` show.

    ``refused`` are the films that cannot show the user's table.
    """
    needed = [*_spoken_over(choices, refused), *_quoted(choices)]
    if goal == "site":
        needed += _merged(_films(choices, "1", refused))
        for theme in ALLOWED["THEME"]:
            needed += _merged(_figures(choices, theme))
    return needed


def commands(goal: str, choices: Choices) -> Iterator[tuple[str, ...]]:
    """Yield Python's arguments for the pages of ``goal``, in their order."""
    lecture = str(Path(choices.build, "lecture"))
    with_words = replace(choices, words="1")
    videos = _folders(film_targets(one, every=True) for one in _own_first(with_words))
    yield (
        *("-m", "lecture.deck", lecture, *((choices.films,) if choices.films else ())),
        *(f"--videos={folder}" for folder in videos),
    )
    yield ("-m", "lecture.explorer", lecture, *table_arguments(choices))
    (numbers,) = _quoted(choices)
    # its text is about the article's numbers and films
    yield (
        *("-m", "lecture.handout", lecture),
        *(f"--numbers={numbers.file}", f"--videos={videos[-1]}"),
    )
    if goal == "site":
        figures = [
            f"--{theme}={folder}"
            for theme in ALLOWED["THEME"]
            for folder in _folders(_figures(choices, theme))
        ]
        yield (
            *("-m", "lecture.site", str(Path(choices.build, "site")), f"--lecture={lecture}"),
            *(f"--videos={folder}" for folder in videos),
            *figures,
        )


def _quoted(choices: Choices) -> Iterator[Target]:
    """Yield the numbers that the handout quotes."""
    _, article = _own_first(choices)
    yield from number_targets(article)


def _spoken_over(choices: Choices, refused: Collection[str]) -> list[Target]:
    """Return all films without words: of a table for the deck, of the article for every page."""
    own, article = _films(choices, "0", refused)
    return list({one.file: one for one in (*own, *article)}.values())


def _films(choices: Choices, words: str, refused: Collection[str]) -> Iterator[Iterator[Target]]:
    """Yield the films, with words or without, that can be made of a table, then the article's."""
    own, article = _own_first(replace(choices, words=words))
    yield (one for one in film_targets(own, every=True) if one.file.stem not in refused)
    yield film_targets(article, every=True)


def _figures(choices: Choices, theme: str) -> Iterator[Iterator[Target]]:
    """Yield all figures of one theme, which has a folder of its own."""
    build = f"{choices.build}/themes/{theme}"
    for one in _own_first(replace(choices, theme=theme, format="svg", build=build)):
        yield figure_targets(one)


def _own_first(choices: Choices) -> tuple[Choices, Choices]:
    """Return what is chosen, and the same for the article's own pictures."""
    return choices, replace(choices, data="", radiation="", name="")


def _merged(own_first: Iterable[Iterator[Target]]) -> list[Target]:
    """Return one target of each name: of two, the one that came first."""
    found: dict[str, Target] = {}
    for targets in own_first:
        for target in targets:
            found.setdefault(target.name, target)
    return list(found.values())


def _folders(own_first: Iterable[Iterator[Target]]) -> list[Path]:
    """Return where the files of these targets are, in their order."""
    return list(dict.fromkeys(one.file.parent for targets in own_first for one in targets))
