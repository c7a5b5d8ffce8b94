"""Which folder of build/ a table's pictures lie in: nobody's build is written over.

A folder belongs to the table, and the columns of it, that it was first made from; a note in it
says so. Another table of the same name, or other columns, get a folder of their own.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path

from tools.make.choices import TAKEN, Choices, table_name

LONGEST = 60  # letters of what is added to a name


@dataclass(frozen=True)
class Owner:
    """What a folder was made from: a table as seen from here, what kind it is, which columns."""

    table: str
    kind: str
    columns: tuple[str, ...]

    @classmethod
    def of_table(cls, choices: Choices) -> "Owner":
        """Return who owns the pictures of DATA."""
        chosen = {"X": choices.x, "Y": choices.y, "SHEET": choices.sheet}
        columns = tuple(f"{name}={text}" for name, text in chosen.items() if text)
        return cls(os.path.relpath(choices.data), "DATA", columns)

    @classmethod
    def of_lab(cls, choices: Choices) -> "Owner":
        """Return who owns the pictures of RADIATION."""
        columns = tuple(f"SHEET={text}" for text in sheet_of_lab(choices))
        return cls(os.path.relpath(choices.radiation), "RADIATION", columns)

    def __str__(self) -> str:
        """Return it as it is chosen: ``DATA=my.csv X=time``."""
        return " ".join((f"{self.kind}={self.table}", *self.columns))


@dataclass(frozen=True)
class Folder:
    """A folder of build/ and who it is for; nobody's is the article's."""

    path: Path
    owner: Owner | None = None

    @property
    def note(self) -> Path:
        """Where it says whose it is."""
        return self.path / ".make" / "table.json"

    def others(self) -> Owner | None:
        """Return who else it belongs to, if it does."""
        holder = _holder(self.note)
        return None if holder == self.owner else holder

    def claim(self) -> None:
        """Note whose it is; ValueError when it belongs to somebody else."""
        if other := self.others():
            raise ValueError(f"{self.path} has just been made from {other}: run make again")
        if self.owner and not self.note.exists():
            unfinished = self.note.with_suffix(f".{os.getpid()}")
            unfinished.write_text(json.dumps(asdict(self.owner)) + "\n", encoding="utf-8")
            unfinished.replace(self.note)


def sheet_of_lab(choices: Choices) -> tuple[str, ...]:
    """Return the sheet that is chosen of RADIATION, if one is: beside DATA it is that of DATA."""
    return (choices.sheet,) if choices.sheet and not choices.data else ()


def folder_of_table(choices: Choices) -> Folder:
    """Return where the pictures of DATA go: the article's folder where there is none."""
    if not choices.data:
        return Folder(Path(choices.build))
    return _folder(choices, Owner.of_table(choices), None)


def folder_of_lab(choices: Choices) -> Folder:
    """Return where the pictures of RADIATION go; not where those of DATA do."""
    taken = folder_of_table(choices) if choices.data else None
    return _folder(choices, Owner.of_lab(choices), taken)


def told(choices: Choices) -> list[str]:
    """Return a line for each folder that is not called as its table is."""
    asked = (choices.data and folder_of_table, choices.radiation and folder_of_lab)
    folders = [find(choices) for find in asked if find]
    return [
        f"{one.owner} goes into {one.path}: another table, or other columns, "
        f"have {one.path.with_name(table_name(one.owner.table))} (NAME= chooses a folder)"
        for one in folders
        if one.owner and not choices.name and one.path.name != table_name(one.owner.table)
    ]


def _folder(choices: Choices, owner: Owner, taken: Folder | None) -> Folder:
    """Return the folder of ``owner``, which is not the one that is ``taken`` already."""
    build = Path(choices.build)
    if choices.name:
        chosen = Folder(build / choices.name, owner)
        if other := chosen.others():
            raise ValueError(
                f"NAME={choices.name}: {chosen.path} was made from {other}: "
                "choose another name, or delete that folder"
            )
        return chosen
    usual = Folder(build / table_name(owner.table), owner)
    holder = taken.owner if taken and taken.path == usual.path else usual.others()
    if holder is None:
        return usual
    folders = (Folder(build / name, owner) for name in _names(owner, holder))
    return next(
        one for one in folders if not one.others() and not (taken and one.path == taken.path)
    )


def _names(owner: Owner, holder: Owner) -> Iterator[str]:
    """Yield names that tell ``owner`` from the ``holder`` of the usual folder."""
    table, stem = Path(owner.table).absolute(), table_name(owner.table)
    columns = tuple(text.partition("=")[2] for text in owner.columns)
    if owner.table == holder.table:
        first = (stem, *(columns if owner.kind == holder.kind else (owner.kind.lower(),)))
    elif table.parent == Path(holder.table).absolute().parent:
        first = (stem, table.suffix)
    else:
        first = (table.parent.name, stem)
    for parts in (first, first + columns):
        name = _as_name(parts)
        if name != stem and name.lower() not in TAKEN:
            yield name
    yield from (f"{stem}-{number}" for number in count(2))


def _as_name(parts: tuple[str, ...]) -> str:
    """Return parts of a name, joined, without what no folder's name should hold."""
    words = (re.sub(r"\s*[^\w.,+ -]+\s*", "-", part).strip("-., ") for part in parts)
    return "-".join(word for word in words if word)[:LONGEST].rstrip("-., ")


def _holder(note: Path) -> Owner | None:
    try:
        held = json.loads(note.read_text(encoding="utf-8"))
        return Owner(held["table"], held["kind"], tuple(held["columns"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None
