"""Files that are no table of text, known by how they begin, and what to do with each.

>>> require_text(b"PAR1...", "my.parquet")
Traceback (most recent call last):
ValueError: my.parquet is a Parquet file: write it as CSV, which pandas, DuckDB and R do
"""

import re
from pathlib import Path

_AS_CSV = "write it as CSV, which pandas, DuckDB and R do"
_UNPACK = "unpack it and give the table that is in it"
_PAGE = "download the table itself, or save it as CSV"

_BEGINNINGS = (
    (rb"PAR1", "a Parquet file", _AS_CSV),
    (rb"ARROW1|\xff{4}.{3}\0", "an Arrow file", _AS_CSV),
    (rb"\x89HDF", "an HDF5 file", _AS_CSV),
    (rb"CDF[\x01\x02\x05]", "a NetCDF file", _AS_CSV),
    (rb"RD[AX][0-9]|X\n\0\0", "a file of R", "write it as CSV, which R does"),
    (rb"\x93NUMPY", "an array of NumPy", "write it as CSV, which numpy.savetxt does"),
    (rb"SQLite format 3", "a database", "write the result of a query as CSV"),
    (rb"%PDF", "a PDF file", "copy the table into a spreadsheet"),
    (rb"BZh|\xfd7zXZ|\x28\xb5\x2f\xfd|7z\xbc\xaf|Rar!", "a packed file", _UNPACK),
    (rb"\s*<(!doctype html|html|head|body|table)\b", "a web page", _PAGE),
    (rb"\s*<\?xml", "an XML file", _PAGE),
    (rb'\s*(\{\s*["}]|\[\s*[\[{])', "a JSON file", "write it as CSV, a row for each point"),
)
_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+):/+(?=[^/])", re.IGNORECASE)


def require_text(beginning: bytes, name: str) -> None:
    """Raise ValueError, with what to do, if a file that begins so is something else than text."""
    start = beginning[:1000].removeprefix(b"\xef\xbb\xbf")
    for pattern, what, to_do in _BEGINNINGS:
        if re.match(pattern, start, re.IGNORECASE | re.DOTALL):
            raise ValueError(f"{name} is {what}: {to_do}")
    if b"\0" in beginning:
        raise not_text(name)


def not_text(name: str) -> ValueError:
    """Return the complaint about a file with zeros in it."""
    return ValueError(
        f"{name} is not a text table in UTF-8, UTF-16 or Latin-1: "
        "save the sheet as CSV (UTF-8) and use that file"
    )


def require_file(path: str | Path) -> None:
    """Raise ValueError for the address of a page; a `Path` has lost one of its slashes.

    >>> require_file("https:/example.org/my.csv")
    Traceback (most recent call last):
    ValueError: https://example.org/my.csv is an address: download the table and give its file
    """
    if _ADDRESS.match(str(path)) and not Path(path).exists():
        address = _ADDRESS.sub(r"\1://", str(path), count=1)
        raise ValueError(f"{address} is an address: download the table and give its file")
