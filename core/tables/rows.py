r"""A text table as it comes from a disk or a pipe: blocks of whole lines, and rows of cells.

A block is some 256 kB, so that the memory for reading does not grow with the file.

>>> import io
>>> [block] = text_blocks(io.BytesIO(b"x,y\r\n# a comment\r\n1,2\r\n"), "my.csv")
>>> list(rows(block, ","))
[(1, ['x', 'y']), (3, ['1', '2'])]
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

BLOCK_BYTES = 1 << 18

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


def text_blocks(stream: BinaryIO, name: str) -> Iterator[Block]:
    """Yield the text of ``stream``: UTF-8 with or without mark, or Latin-1; any ends of lines.

    ValueError when it is not text.
    """
    first_line = 1
    for raw in _whole_lines(stream):
        data = raw.removeprefix(b"\xef\xbb\xbf") if first_line == 1 else raw
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
            raise ValueError(
                f"{name} is not a text table in UTF-8 or Latin-1: "
                "save the sheet as CSV (UTF-8) and use that file"
            )
        try:
            text, is_latin_1 = data.decode("utf-8"), False
        except UnicodeDecodeError:
            # what calls itself Latin-1 is Windows-1252 nearly always, and never less
            text, is_latin_1 = data.decode("cp1252", errors="replace"), True
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        yield Block(text, first_line, name, is_latin_1)
        first_line += text.count("\n")


def _whole_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the stream in blocks that end where a line ends and no quote is open."""
    while block := stream.read(BLOCK_BYTES):
        block += stream.readline()
        if block.count(b'"') % 2:
            rest = [block]
            for line in stream:
                rest.append(line)
                if line.count(b'"') % 2:
                    break
            block = b"".join(rest)
        yield block


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
