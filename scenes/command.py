"""The arguments that every command shares which shows a film: which film, how, of what."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from core.palette import THEMES
from core.project.command import Command
from scenes.able import require_able
from scenes.settings import HEADER_DATA, FilmSettings

INTERRUPTED = 130  # what a shell reports for a program that an interrupt ended

QUALITIES = {
    "l": "low_quality",
    "m": "medium_quality",
    "h": "high_quality",
    "p": "production_quality",
    "k": "fourk_quality",
}


def film_parser(program: str, description: str | None, *, quality: str) -> Command:
    """Return a parser of these arguments; ``quality`` is what is drawn unless told."""
    parser = Command(prog=program, description=description)
    add = parser.add_argument
    add("film", help="the name of the film's class, e.g. LinearRegression2D")
    add("--quality", choices=QUALITIES, default=quality, help="manim's letters: l m h p k")
    add("--theme", choices=THEMES, default="dark")
    add("--data", type=Path, default=HEADER_DATA, help="the table that the film shows")
    add("--x", help="its column for x")
    add("--y", help="its column for y")
    add("--sheet", help="its sheet, if it is a workbook")
    add("--words", type=int, choices=(0, 1), default=1, help="0: nothing in the band of words")
    return parser


def settings_of(options: argparse.Namespace) -> FilmSettings:
    """Return what the options ask a film to show; ValueError where it cannot show that."""
    settings = given_settings(options)
    require_able(options.film, settings)
    return settings


def given_settings(options: argparse.Namespace) -> FilmSettings:
    """Return what the options say, whether a film can show it or not."""
    return FilmSettings(
        options.theme,
        options.data,
        options.x,
        options.y,
        options.sheet,
        words=bool(options.words),
    )


def carried_out(film: str, action: Callable[[], object]) -> int:
    """Call ``action``; return the exit code, after one line of what went wrong."""
    try:
        action()
    except (ValueError, OSError, RuntimeError) as error:
        print(f"{film}: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"{film}: interrupted", file=sys.stderr)
        return INTERRUPTED
    return 0
