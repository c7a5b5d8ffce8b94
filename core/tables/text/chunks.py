"""The bytes of a file, out of gzip and out of UTF-16 where they are in it, a piece at a time.

No piece is much longer than a block, however small the file is packed.

>>> import gzip, io
>>> b"".join(unpacked(pieces(io.BytesIO(gzip.compress("x,y".encode("utf-16")))), "my.csv.gz"))
b'x,y'
"""

import codecs
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

BLOCK_BYTES = 1 << 18

_GZIP = b"\x1f\x8b"
_GZIP_ONLY = 31
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Yield what ``stream`` holds."""
    while piece := stream.read(BLOCK_BYTES):
        yield piece


def unpacked(packed: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Yield the bytes without gzip, and as UTF-8 if they begin with the mark of UTF-16.

    ValueError where they are not what they begin as.
    """
    first = next(packed, b"")
    packed = chain([first], packed)
    if first.startswith(_GZIP):
        packed = _without_gzip(packed, name)
        first = next(packed, b"")
        packed = chain([first], packed)
    return _as_utf_8(packed, name) if first.startswith(_UTF_16) else packed


def _without_gzip(packed: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Yield what one or several gzip files, end to end, hold."""
    member = zlib.decompressobj(_GZIP_ONLY)
    try:
        for piece in packed:
            rest = piece
            while rest:
                if member.eof:
                    if not rest.startswith(_GZIP):
                        return  # zeros that fill a tape, say: gzip ignores them too
                    member = zlib.decompressobj(_GZIP_ONLY)
                if found := member.decompress(rest, BLOCK_BYTES):
                    yield found
                rest = member.unused_data if member.eof else member.unconsumed_tail
    except zlib.error:
        raise ValueError(f"{name} begins as a gzip file does and is damaged") from None
    if found := member.flush():
        yield found
    if not member.eof:
        raise ValueError(f"{name} is a gzip file that is cut off: copy or download it again")


def _as_utf_8(encoded: Iterator[bytes], name: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("utf-16")()
    try:
        for piece in encoded:
            if text := decoder.decode(piece):
                yield text.encode("utf-8")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise ValueError(
            f"{name} is not a text table: it begins as UTF-16 does, and is none"
        ) from None
