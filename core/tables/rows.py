r"""A text table as it comes from a disk or a pipe: blocks of whole lines, and rows of cells.

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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from core.writing.text import one_line

BLOCK_BYTES = 1 << 18
LONGEST_LINE = 1 << 22

# Excel writes "#N/A" for a missing value, and "sep=;" in the first line to tell itself
_COMMENT = re.compile(r"\s*#(?!N/A)|sep=.\s*$")


@dataclass(frozen=True)
class Block:
    """Whole lines of the file called ``name``; the first of them has the number ``first_line``."""

    text: str
    first_line: int
    name: str
    is_latin_1: bool = False

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield number and text of each line that is neither blank nor a comment."""
        for number, line in enumerate(self.text.split("\n"), self.first_line):
            if line and not line.isspace() and not is_comment(line):
                yield number, line


def is_comment(line: str) -> bool:
    """Whether the line starts with ``#``, or speaks to Excel."""
    return _COMMENT.match(line) is not None


@contextmanager
def open_table(path: str | Path) -> Iterator[tuple[Block, Iterator[Block]]]:
    """Open a file, or ``-`` for standard input; yield its first block, and all its blocks.

    ValueError when there is nothing in it; OSError when there is no such file.
    """
    name = name_of(path)
    with _open(path) as stream:
        blocks = (block for block in text_blocks(stream, name) if not block.text.isspace())
        first = next(blocks, None)
        if first is None:
            raise ValueError(f"{name} is empty: expected a header and rows of numbers")
        yield first, chain([first], blocks)


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


def text_blocks(stream: BinaryIO, name: str) -> Iterator[Block]:
    """Yield the text of ``stream``: UTF-8 with or without mark, or Latin-1; any ends of lines.

    ValueError when it is not text.
    """
    first_line = 1
    for raw in _whole_lines(stream, name):
        data = raw.removeprefix(b"\xef\xbb\xbf") if first_line == 1 else raw
        try:
            text, is_latin_1 = data.decode("utf-8"), False
        except UnicodeDecodeError:
            # what calls itself Latin-1 is Windows-1252 nearly always, and never less
            text, is_latin_1 = data.decode("cp1252", errors="replace"), True
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        yield Block(text, first_line, name, is_latin_1)
        first_line += text.count("\n")


def _whole_lines(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield the stream in blocks that end where a line ends and, if possible, no quote is open."""
    rest = b""
    for chunk in _chunks_of_text(stream, name):
        block = rest + chunk
        at_the_end = len(chunk) < BLOCK_BYTES
        end = len(block) if at_the_end else _end_of_lines(block)
        too_long = len(block) > LONGEST_LINE
        if too_long and not end:
            raise ValueError(
                f"{name} has a line without an end in {LONGEST_LINE >> 20} MB: "
                "expected rows of cells, one in each line"
            )
        if end and (at_the_end or too_long or not _in_quotes(block[:end])):
            yield block[:end]
            rest = block[end:]
        else:
            rest = block
    if rest:  # the last chunk was full
        yield rest


def _chunks_of_text(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield the bytes of ``stream`` as they come; ValueError for UTF-16 and what is no text."""
    begun = False
    while chunk := stream.read(BLOCK_BYTES):
        if b"\0" in chunk or (not begun and chunk.startswith((b"\xff\xfe", b"\xfe\xff"))):
            raise ValueError(
                f"{name} is not a text table in UTF-8 or Latin-1: "
                "save the sheet as CSV (UTF-8) and use that file"
            )
        begun = True
        yield chunk


def _end_of_lines(block: bytes) -> int:
    """Return where the last line ends: after a line feed, or a carriage return of old Macs.

    A carriage return at the very end may be half of an end.
    """
    return max(block.rfind(b"\n"), block.rfind(b"\r", 0, len(block) - 1)) + 1


def _in_quotes(lines: bytes) -> bool:
    """Tell whether a quote is open at the end; those in comments do not count."""
    if b'"' not in lines:
        return False
    if b"#" not in lines:
        return bool(lines.count(b'"') % 2)
    each = re.split("[\r\n]", lines.decode("latin-1"))
    return bool(sum(line.count('"') for line in each if not is_comment(line)) % 2)


def rows(block: Block, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line and the stripped cells of each row.

    A quoted cell may hold delimiters and ends of lines. ValueError for a quote that never closes.
    """
    number = started = 0

    def lines() -> Iterator[str]:
        nonlocal number, started
        for number, line in block.lines():
            started = started or number
            yield line + "\n"

    reader = csv.reader(lines(), delimiter=delimiter, skipinitialspace=True, strict=True)
    while True:
        started = 0
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ValueError(
                f"{block.name}, line {started or number}: expected cells, quoted or not, "
                f"found a quote out of place ({error})"
            ) from None
        yield started, [cell.strip() for cell in cells]
