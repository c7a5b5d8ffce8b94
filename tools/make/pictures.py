"""Every figure, film and file of numbers as a target: its command, and what it leaves."""

from collections.abc import Iterator
from pathlib import Path

from tools.make.choices import Choices, argument
from tools.make.folders import Folder, folder_of_lab, folder_of_table, sheet_of_lab
from tools.make.targets import ARTICLE_FILM, Target, figures, films

OF_A_TABLE = ("linreg", "lingeom", "fit", "residuals")
FILMS_OF_A_LAB = ("HalfThickness",)
OF_A_LAB = ("example_radiation_A", "example_radiation_B", "halfthickness", "candidates")

# What can be chosen of a figure besides its theme, with the option of its script.
WORDS_AND_SCALES = {
    "title": "title",
    "xlabel": "x-label",
    "ylabel": "y-label",
    "log": "log",
    "size": "size",
}
OPTIONS = {
    "fit": {"sigma": "sigma", "group": "group"} | WORDS_AND_SCALES,
    "residuals": WORDS_AND_SCALES,
}

FIGURE_THEME = "light"
FILM_THEME = "dark"
FILM_QUALITY = "h"


def figure_targets(choices: Choices) -> Iterator[Target]:
    """Yield the article's figures, or those of a user's table and lab."""
    if not own(choices):
        yield from (_figure(name, choices, folder_of_table(choices)) for name in figures())
    if choices.data:
        folder, made_of = folder_of_table(choices), (choices.data, _columns(choices))
        yield from (_figure(name, choices, folder, *made_of) for name in OF_A_TABLE)
    if choices.radiation:
        folder, made_of = folder_of_lab(choices), (choices.radiation, _sheet_of_lab(choices))
        yield from (_figure(name, choices, folder, *made_of) for name in OF_A_LAB)


def _figure(
    name: str, choices: Choices, folder: Folder, table: str = "", columns: tuple[str, ...] = ()
) -> Target:
    file = f"figures/{name}.{choices.format}"
    return Target(
        verb="draw",
        folder=folder,
        name=file,
        command=(
            *("-m", f"figures.{name}", *_table(table), str(folder.path / file), *columns),
            *("--theme", choices.theme or FIGURE_THEME),
            *_options(name, choices),
        ),
        watched=_paths(table),
    )


def _options(figure: str, choices: Choices) -> Iterator[str]:
    for choice, option in OPTIONS.get(figure, {}).items():
        if text := getattr(choices, choice):
            yield f"--{option}={text}"
    if figure == "linreg" and choices.rivals == "0":
        yield "--no-rivals"


def film_targets(
    choices: Choices, folder: str = "video", *, every: bool = False
) -> Iterator[Target]:
    """Yield the article's film or every film, into ``folder``; or those of a user's tables.

    Which of these can show such a table is not asked here (see `tools.make.able`).
    """
    if choices.words == "0":
        folder += "/wordless"
    lab_alone = choices.radiation and not choices.data
    names = candidates(choices) if every else [] if lab_alone else [ARTICLE_FILM]
    yield from (_film(name, choices, folder) for name in names)


def candidates(choices: Choices) -> list[str]:
    """Return the films that may be made: of the article, of DATA, of RADIATION."""
    of_a_lab = [name for name in films() if name in FILMS_OF_A_LAB]
    return films() if choices.data or not choices.radiation else of_a_lab


def _film(name: str, choices: Choices, folder: str) -> Target:
    table = folder_of_film(name, choices)
    film = table.path / folder / f"{name}.mp4"
    extras = [form for form in ("webm", "gif") if getattr(choices, form)]
    companions = [film.with_suffix(f".{form}") for form in ("srt", "vtt", "png", "json", *extras)]
    return Target(
        verb="film",
        folder=table,
        name=f"{folder}/{name}.mp4",
        command=(
            *("-m", "scenes", name, "--quality", choices.quality or FILM_QUALITY),
            *(*shown(name, choices), "--output", str(film)),
        ),
        asides=(
            *(f"--{form}" for form in extras),
            *((f"--scheduler={choices.scheduler}",) if choices.scheduler else ()),
        ),
        leaves=(*companions, film.parent / "sections" / name),
        watched=(Path("manim.cfg"), *_paths(table_of_film(name, choices))),
    )


def table_of_film(name: str, choices: Choices) -> str:
    """Return the table of a user's own that a film is to show, if there is one."""
    return (name in FILMS_OF_A_LAB and choices.radiation) or choices.data


def folder_of_film(name: str, choices: Choices) -> Folder:
    """Return the folder of that table, or of the article."""
    of_a_lab = name in FILMS_OF_A_LAB and choices.radiation
    return folder_of_lab(choices) if of_a_lab else folder_of_table(choices)


def shown(name: str, choices: Choices) -> tuple[str, ...]:
    """Return the arguments of every command that shows a film: in which colours, of what."""
    table = table_of_film(name, choices)
    columns = _columns(choices) if table == choices.data else _sheet_of_lab(choices)
    return (
        *("--theme", choices.theme or FILM_THEME),
        *(("--words", "0") if choices.words == "0" else ()),
        *(("--data", *_table(table), *columns) if table else ()),
    )


def number_targets(choices: Choices) -> Iterator[Target]:
    """Yield the numbers of the article, or those of a user's table and the report on a lab."""
    if choices.data or not choices.radiation:
        folder, table = folder_of_table(choices), choices.data
        columns = _columns(choices) if table else ()
        yield Target(
            verb="calculate",
            folder=folder,
            name="numbers.json",
            command=(
                *("-m", "core.report.numbers", str(folder.path / "numbers.json")),
                *(*_table(table), *columns),
            ),
            watched=_paths(table),
        )
    if choices.radiation:
        folder = folder_of_lab(choices)
        report, numbers = folder.path / "report.txt", folder.path / "numbers.json"
        yield Target(
            verb="calculate",
            folder=folder,
            name=report.name,
            command=(
                *("-m", "core.attenuation", *_table(choices.radiation), *_sheet_of_lab(choices)),
                *("--output", str(report), "--numbers", str(numbers)),
            ),
            leaves=(numbers,),
            watched=_paths(choices.radiation),
        )


def table_arguments(choices: Choices) -> tuple[str, ...]:
    """Return the table of a user's own and its columns as arguments of a command."""
    return (*_table(choices.data), *_columns(choices)) if choices.data else ()


def _table(table: str) -> tuple[str, ...]:
    return (argument(table),) if table else ()


def _paths(table: str) -> tuple[Path, ...]:
    return (Path(table),) if table else ()


def _columns(choices: Choices) -> tuple[str, ...]:
    # joined by "=", so that a column called "-x" is no option
    chosen = {"x": choices.x, "y": choices.y, "sheet": choices.sheet}
    return tuple(f"--{name}={text}" for name, text in chosen.items() if text)


def _sheet_of_lab(choices: Choices) -> tuple[str, ...]:
    return tuple(f"--sheet={text}" for text in sheet_of_lab(choices))


def own(choices: Choices) -> bool:
    """Tell whether a table of the user's own takes the place of the article's."""
    return bool(choices.data or choices.radiation)
