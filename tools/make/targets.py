"""What there is to build: each picture's file, its command, and what it leaves beside it.

Figures are the scripts of figures/, films the classes of scenes/: a new one is built because it
is there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tools.make.choices import ALLOWED, Choices, argument, table_name

ARTICLE_FILM = "LinearRegression2D"
OF_A_TABLE = ("linreg", "lingeom")
OF_A_LAB = ("example_radiation_A", "example_radiation_B", "halfthickness", "candidates")

GOALS = ("all", "figures", "video", "films", "preview", "numbers")

FIGURE_THEME = "light"
FILM_THEME = "dark"
FILM_QUALITY = "h"


@dataclass(frozen=True)
class Target:
    """One run of one command, which makes ``file`` and whatever else is in ``leaves``.

    ``name`` is its path below ``root``, the folder of the article's build or of a table's; make
    calls it so. ``asides`` are arguments that change nothing in the file. ``watched`` are files
    that it is made from and that the command does not tell of.
    """

    verb: str
    root: Path
    name: str
    command: tuple[str, ...]
    asides: tuple[str, ...] = ()
    leaves: tuple[Path, ...] = ()
    watched: tuple[Path, ...] = ()

    @property
    def file(self) -> Path:
        """The file that the command makes last."""
        return self.root / self.name

    @property
    def record(self) -> Path:
        """Where it is noted what the file was made from."""
        return self.root / ".make" / f"{self.name}.json"


def figures(root: Path = Path()) -> list[str]:
    """Return the names of the figures: those of the scripts."""
    return sorted(path.stem for path in root.glob("figures/*.py") if path.stem != "__init__")


def films(root: Path = Path()) -> list[str]:
    """Return the names of the films, the article's first: classes named as their file is."""
    found = {
        name
        for path in root.glob("scenes/*.py")
        for name in re.findall(r"^class (\w+)\(\w*Film\):", path.read_text("utf-8"), re.MULTILINE)
        if name.lower() == path.stem.replace("_", "")
    }
    return sorted(found, key=lambda name: (name != ARTICLE_FILM, name))


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
        yield from _figures(choices)
    if goal in ("all", "video", "films"):
        yield from _films(choices, every=goal == "films")
    if goal == "preview":
        yield from _films(replace(choices, quality="l"), "preview/video")
    if goal in ("all", "numbers"):
        yield from _numbers(choices)


def _every(choices: Choices) -> Iterator[Target]:
    for form in ALLOWED["FORMAT"]:
        yield from _figures(replace(choices, format=form))
    for words in (choices.words, *ALLOWED["WORDS"]):
        yield from _films(replace(choices, words=words), every=True)
    yield from _goal("preview", choices)
    yield from _numbers(choices)


def _files(target: Target) -> tuple[Path, ...]:
    return (target.file, *target.leaves)


def own(choices: Choices) -> bool:
    """Tell whether a table of the user's own takes the place of the article's."""
    return bool(choices.data or choices.radiation)


def _root(choices: Choices, table: str) -> Path:
    return Path(choices.build, table_name(table)) if table else Path(choices.build)


def _figures(choices: Choices) -> Iterator[Target]:
    if not own(choices):
        yield from (_figure(name, choices, "", ()) for name in figures())
    if choices.data:
        columns = _columns(choices)
        yield from (_figure(name, choices, choices.data, columns) for name in OF_A_TABLE)
    if choices.radiation:
        yield from (_figure(name, choices, choices.radiation, ()) for name in OF_A_LAB)


def _figure(name: str, choices: Choices, table: str, columns: tuple[str, ...]) -> Target:
    root, file = _root(choices, table), f"figures/{name}.{choices.format}"
    return Target(
        verb="draw",
        root=root,
        name=file,
        command=(
            *("-m", f"figures.{name}", *_table(table), str(root / file), *columns),
            *("--theme", choices.theme or FIGURE_THEME),
        ),
        watched=_paths(table),
    )


def _films(choices: Choices, folder: str = "video", *, every: bool = False) -> Iterator[Target]:
    if choices.words == "0":
        folder += "/wordless"
    if choices.data:
        yield _film(ARTICLE_FILM, choices, folder)
    elif not choices.radiation:
        names = films() if every else [ARTICLE_FILM]
        yield from (_film(name, choices, folder) for name in names)


def _film(name: str, choices: Choices, folder: str) -> Target:
    root = _root(choices, choices.data)
    film = root / folder / f"{name}.mp4"
    extras = [form for form in ("webm", "gif") if getattr(choices, form)]
    companions = [film.with_suffix(f".{form}") for form in ("srt", "vtt", "png", "json", *extras)]
    return Target(
        verb="film",
        root=root,
        name=f"{folder}/{name}.mp4",
        command=(
            *("-m", "scenes", name, "--quality", choices.quality or FILM_QUALITY),
            *(*shown(choices), "--output", str(film)),
        ),
        asides=(
            *(f"--{form}" for form in extras),
            *((f"--scheduler={choices.scheduler}",) if choices.scheduler else ()),
        ),
        leaves=(*companions, film.parent / "sections" / name),
        watched=(Path("manim.cfg"), *_paths(choices.data)),
    )


def shown(choices: Choices) -> tuple[str, ...]:
    """Return the arguments of every command that shows a film: in which colours, of what."""
    return (
        *("--theme", choices.theme or FILM_THEME),
        *(("--words", "0") if choices.words == "0" else ()),
        *(("--data", *_table(choices.data), *_columns(choices)) if choices.data else ()),
    )


def _numbers(choices: Choices) -> Iterator[Target]:
    if choices.data or not choices.radiation:
        root, table = _root(choices, choices.data), choices.data
        columns = _columns(choices) if table else ()
        yield Target(
            verb="calculate",
            root=root,
            name="numbers.json",
            command=(
                *("-m", "core.report.numbers", str(root / "numbers.json")),
                *(*_table(table), *columns),
            ),
            watched=_paths(table),
        )
    if choices.radiation:
        root = _root(choices, choices.radiation)
        report, numbers = root / "report.txt", root / "numbers.json"
        yield Target(
            verb="calculate",
            root=root,
            name=report.name,
            command=(
                *("-m", "core.attenuation", *_table(choices.radiation)),
                *("--output", str(report), "--numbers", str(numbers)),
            ),
            leaves=(numbers,),
            watched=_paths(choices.radiation),
        )


def _table(table: str) -> tuple[str, ...]:
    return (argument(table),) if table else ()


def _paths(table: str) -> tuple[Path, ...]:
    return (Path(table),) if table else ()


def _columns(choices: Choices) -> tuple[str, ...]:
    # joined by "=", so that a column called "-x" is no option
    return tuple(f"--{name}={text}" for name, text in (("x", choices.x), ("y", choices.y)) if text)
