"""Whole lines out of pieces of bytes, none of them in the middle of a cell in quotes."""

import re
from collections.abc import Iterator
from itertools import chain

from core.tables.text.foreign import not_text, require_text

LONGEST_LINE = 1 << 22

# Excel writes "#N/A" for a missing value, and "sep=;" in the first line to tell itself
_COMMENT = re.compile(r"\s*#(?!N/A|DIV/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)|sep=.\s*$")


def is_comment(line: str) -> bool:
    """Whether the line starts with ``#``, or speaks to Excel."""
    return _COMMENT.match(line) is not None


def whole_lines(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Yield the chunks in blocks that end where a line ends and, if possible, no quote is open."""
    rest = b""
    chunk = next(chunks, b"")
    while chunk:
        following = next(chunks, b"")
        block = rest + chunk
        end = _end_of_lines(block) if following else len(block)
        too_long = len(block) > LONGEST_LINE
        if too_long and not end:
            raise ValueError(
                f"{name} has a line without an end in {LONGEST_LINE >> 20} MB: "
                "expected rows of cells, one in each line"
            )
        if end and (not following or too_long or not _in_quotes(block[:end])):
            yield block[:end]
            rest = block[end:]
        else:
            rest = block
        chunk = following


def text_only(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Yield the bytes as they come; ValueError for what is no text."""
    first = next(chunks, b"")
    require_text(first, name)
    for chunk in chain([first], chunks):
        if b"\0" in chunk:
            raise not_text(name)
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
