r"""A table as it comes from a disk or a pipe: blocks of whole lines, and rows of cells.

A block is some 256 kB, so that the memory for reading does not grow with the file, and at most
4 MB where a line or a cell in quotes is long: what is longer is no table, and might never end.

>>> import io
>>> [block] = text_blocks(io.BytesIO(b"x,y\r\n# a comment\r\n1,2\r\n"), "my.csv")
>>> list(rows(block, ","))
[(1, ['x', 'y']), (3, ['1', '2'])]
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from core.tables.text import drawn, workbook
from core.tables.text.chunks import pieces, unpacked
from core.tables.text.foreign import require_file
from core.tables.text.lines import is_comment, text_only, whole_lines
from core.writing.text import one_line


@dataclass(frozen=True)
class Origin:
    """Where lines come from: what messages call it, and what is known of it beforehand.

    ``line`` is the word for a line, ``delimiter`` what separates columns if that is certain.
    """

    name: str
    title: str
    line: str = "line"
    delimiter: str | None = None
    notes: tuple[str, ...] = ()

    @classmethod
    def of_text(cls, name: str) -> "Origin":
        """Return the origin of a file of text: its title is its name without endings."""
        title = re.sub(r"\.gz$", "", Path(name).name, flags=re.IGNORECASE)
        return cls(name, one_line(Path(title).stem))


@dataclass(frozen=True)
class Block:
    """Whole lines of one origin; the first of them has the number ``first_line``."""

    text: str
    first_line: int
    origin: Origin

    @property
    def name(self) -> str:
        """What messages call the table."""
        return self.origin.name

    def place(self, number: int) -> str:
        """Return where a line is, for messages."""
        return f"{self.name}, {self.origin.line} {number}"

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield number and text of each line that is neither blank nor a comment."""
        for number, line in enumerate(self.text.split("\n"), self.first_line):
            if line and not line.isspace() and not is_comment(line):
                yield number, line


@contextmanager
def open_table(
    path: str | Path, sheet: str | None = None
) -> Iterator[tuple[Block, Iterator[Block]]]:
    """Open a file, or ``-`` for standard input; yield its first block, and all its blocks.

    ``sheet`` chooses one of a workbook's. ValueError when there is nothing in it, or no table;
    OSError when there is no such file.
    """
    name = name_of(path)
    require_file(path)
    with _open(path) as stream:
        filled = (
            block
            for block in _blocks(stream, name, sheet)
            if block.text and not block.text.isspace()
        )
        first = next(filled, None)
        if first is None:
            raise ValueError(f"{name} is empty: expected a header and rows of numbers")
        yield first, chain([first], filled)


def name_of(path: str | Path) -> str:
    """Return what messages call a table."""
    return "standard input" if str(path) == "-" else one_line(str(path))


@contextmanager
def _open(path: str | Path) -> Iterator[BinaryIO]:
    if str(path) == "-":
        yield sys.stdin.buffer
    else:
        with Path(path).open("rb") as file:
            yield file


def _blocks(stream: BinaryIO, name: str, sheet: str | None) -> Iterator[Block]:
    found = pieces(stream)
    first = next(found, b"")
    if workbook.is_workbook(first):
        yield from _sheet_blocks(first + stream.read(), name, sheet)
        return
    if sheet is not None:
        raise ValueError(f"{name} is no workbook: it has no sheets to choose from")
    yield from _text_blocks(chain([first], found), name)


def _sheet_blocks(content: bytes, name: str, sheet: str | None) -> Iterator[Block]:
    found, note, texts = workbook.sheet_lines(content, name, sheet)
    origin = replace(
        Origin.of_text(name),
        name=f"{name}, sheet {found!r}",
        line="row",
        delimiter=workbook.DELIMITER,
        notes=(note,) if note else (),
    )
    return _numbered(texts, origin)


def text_blocks(stream: BinaryIO, name: str) -> Iterator[Block]:
    """Yield the text of ``stream``: UTF-8 with or without mark, or Latin-1; any ends of lines.

    UTF-16 with its mark and gzip are unpacked. ValueError when it is not text.
    """
    return _text_blocks(pieces(stream), name)


def _text_blocks(packed: Iterator[bytes], name: str) -> Iterator[Block]:
    begun = whole_lines(text_only(unpacked(packed, name), name), name)
    first = next(begun, b"").removeprefix(b"\xef\xbb\xbf")
    origin = Origin.of_text(name)
    if _is_latin_1(first):
        note = "the text is not UTF-8: it is read as Latin-1 (Windows-1252)"
        origin = replace(origin, notes=(note,))
    texts = map(_decoded, chain([first], begun))
    opening = _decoded(first)
    if not drawn.is_drawn(opening):
        return _numbered(texts, origin)
    border = drawn.has_border(opening)
    bare = (drawn.without_frame(text, has_border=border) for text in texts)
    return _numbered(bare, replace(origin, delimiter="|"))


def _numbered(texts: Iterable[str], origin: Origin) -> Iterator[Block]:
    first_line = 1
    for text in texts:
        yield Block(text, first_line, origin)
        first_line += text.count("\n")


def _is_latin_1(data: bytes) -> bool:
    return _utf_8(data) is None


def _utf_8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _decoded(data: bytes) -> str:
    text = _utf_8(data)
    if text is None:
        # what calls itself Latin-1 is Windows-1252 nearly always, and never less
        text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def rows(block: Block, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line and the stripped cells of each row.

    A quoted cell may hold delimiters and ends of lines. ValueError for a quote that never closes.
    """
    number = started = 0

    def lines() -> Iterator[str]:
        nonlocal number, started
        for number, line in block.lines():
            started = started or number
            # where spaces separate columns, one at the end separates nothing
            yield (line.strip() if delimiter == " " else line) + "\n"

    reader = csv.reader(lines(), delimiter=delimiter, skipinitialspace=True, strict=True)
    while True:
        started = 0
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ValueError(
                f"{block.place(started or number)}: expected cells, quoted or not, "
                f"found a quote out of place ({error})"
            ) from None
        yield started, [cell.strip() for cell in cells]
