"""What a user chooses, from the words NAME=text of make's command line."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ALLOWED = {
    "QUALITY": ("l", "m", "h", "p", "k"),
    "THEME": ("light", "dark"),
    "FORMAT": ("svg", "pdf", "png"),
    "WORDS": ("0", "1"),
    "WEBM": ("1",),
    "GIF": ("1",),
    "LOG": ("x", "y", "xy"),
    "SIZE": ("blog", "column", "slide", "square"),
    "RIVALS": ("0", "1"),
}
OF_A_TABLE = (
    "DATA",
    "RADIATION",
    "X",
    "Y",
    "SHEET",
    "SIGMA",
    "GROUP",
    "TITLE",
    "XLABEL",
    "YLABEL",
    "NAME",
)
FREE = (*OF_A_TABLE, "SCHEDULER", "FILM", "FILMS", "AT", "STEP", "BUILD")
NAMES = (*ALLOWED, *FREE)

# Folders and files of build/ that are not a table's.
TAKEN = (
    "bench",
    "figures",
    "lecture",
    "media",
    "numbers.json",
    "peers",
    "preview",
    "site",
    "stills",
    "steps",
    "themes",
    "uv",
    "verify",
    "video",
)


@dataclass(frozen=True)
class Choices:
    """Every choice; "" where none was made."""

    quality: str = ""
    theme: str = ""
    format: str = "svg"
    words: str = "1"
    webm: str = ""
    gif: str = ""
    data: str = ""
    radiation: str = ""
    x: str = ""
    y: str = ""
    sheet: str = ""
    sigma: str = ""
    group: str = ""
    title: str = ""
    xlabel: str = ""
    ylabel: str = ""
    log: str = ""
    size: str = ""
    rivals: str = "1"
    name: str = ""
    scheduler: str = ""
    film: str = ""
    films: str = ""
    at: str = ""
    step: str = ""
    build: str = "build"

    @classmethod
    def of(cls, words: Iterable[str]) -> "Choices":
        """Read ``words`` such as ``THEME=dark``; ValueError where a choice cannot be."""
        given = dict(word.split("=", 1) for word in words)
        for name, text in given.items():
            allowed = ALLOWED.get(name)
            if allowed and text and text not in allowed:
                raise ValueError(f"{name}={text} is unknown: choose one of {' '.join(allowed)}")
            if not text.isprintable():
                raise ValueError(f"{name} holds a character that no name should: {text!r}")
        for name in ("DATA", "RADIATION"):
            if given.get(name):
                given[name] = _table(name, given[name], has_folder=bool(given.get("NAME")))
        if given.get("NAME"):
            _require_folder_name(given)
        return cls(**{name.lower(): text for name, text in given.items() if text})


def table_name(table: str) -> str:
    """Return the name of a user's table, which is that of its folder in build/ if it is free."""
    return Path(table).stem


def argument(table: str) -> str:
    """Return the path of a table so that no command takes it for an option."""
    return table if Path(table).is_absolute() else os.path.join(".", table)  # noqa: PTH118  Path drops the dot


def _table(kind: str, text: str, *, has_folder: bool) -> str:
    """Return the path of the table that the user means; ValueError where it cannot be."""
    # make drops the blanks with which a value begins
    indented = (name for name in sorted(os.listdir()) if name.lstrip() == text)  # noqa: PTH208
    table = text if Path(text).exists() else next(indented, text)
    if not Path(table).is_file() or not os.access(table, os.R_OK):
        raise ValueError(f"{kind}={table}: there is no such file that can be read")
    name = table_name(table)
    if not has_folder and name.lower() in TAKEN:
        raise ValueError(
            f"{kind}={table}: build/{name} belongs to the article: "
            "choose another folder with NAME=, or give the table another name"
        )
    if not has_folder and name.startswith("."):
        raise ValueError(
            f"{kind}={table}: no folder's name begins with a dot: choose one with NAME="
        )
    return table


def _require_folder_name(given: Mapping[str, str]) -> None:
    """Raise ValueError unless NAME can be the name of one table's folder in build/."""
    name = given["NAME"]
    tables = [kind for kind in ("DATA", "RADIATION") if given.get(kind)]
    if len(tables) != 1:
        raise ValueError(
            f"NAME={name} is the folder of one table: give DATA= or RADIATION="
            + (", one at a time" if tables else " too")
        )
    if name != name.strip() or name.startswith(".") or "/" in name or "\\" in name:
        raise ValueError(
            f"NAME={name} is no name of a folder in build/: "
            "letters, digits, blanks inside; no slash, no dot in front"
        )
    if name.lower() in TAKEN:
        raise ValueError(f"NAME={name}: build/{name} belongs to the article: choose another name")
