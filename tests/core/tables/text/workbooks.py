"""Small workbooks of each kind, written byte by byte: no library here writes all of them."""

import io
import struct
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

Cell = str | float | None
Sheets = dict[str, Sequence[Sequence[Cell]]]

DATE = "date:"  # a number after it is a day as Excel counts them


def xlsx(sheets: Sheets) -> bytes:
    """Return a workbook of Excel; "date:43831" is a cell with a date."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    numbered = list(enumerate(sheets, 1))
    listed = "".join(f'<sheet name="{escape(n)}" sheetId="{k}" r:id="r{k}"/>' for k, n in numbered)
    targets = "".join(
        f'<Relationship Id="r{k}" Type="{office}/worksheet" Target="worksheets/s{k}.xml"/>'
        for k, _ in numbered
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">{targets}<Relationship '
        f'Id="st" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for k, name in numbered:
        rows = "".join(
            f'<row r="{r}">'
            + "".join(_xlsx_cell(f"{chr(64 + c)}{r}", cell) for c, cell in enumerate(row, 1))
            + "</row>"
            for r, row in enumerate(sheets[name], 1)
        )
        parts[f"xl/worksheets/s{k}.xml"] = (
            f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
        )
    return _zipped(parts)


def _xlsx_cell(place: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.startswith(DATE):
        return f'<c r="{place}" s="1"><v>{cell.removeprefix(DATE)}</v></c>'
    if isinstance(cell, str) and cell.startswith("#"):
        return f'<c r="{place}" t="e"><v>{cell}</v></c>'
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f'<c r="{place}"><v>{cell!r}</v></c>'


def ods(sheets: Sheets) -> bytes:
    """Return a workbook of LibreOffice."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    tables = "".join(
        f'<table:table table:name="{escape(name)}">'
        + "".join(
            f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
        )
        + "</table:table>"
        for name, rows in sheets.items()
    )
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0"/>'
    parts = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}
    return _zipped(parts)


def _ods_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str):
        words = f"<text:p>{escape(cell)}</text:p>"
        return f'<table:table-cell office:value-type="string">{words}</table:table-cell>'
    shown = f"<text:p>{cell!r}</text:p>"
    value = f'office:value-type="float" office:value="{cell!r}"'
    return f"<table:table-cell {value}>{shown}</table:table-cell>"


def _zipped(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def xls(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a workbook of Excel 97: BIFF8 records in a compound file of 512-byte sectors."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def begin(what: int) -> bytes:
        return record(0x809, struct.pack("<HHHHII", 0x600, what, 0, 1996, 0, 6))

    end = record(0x0A, b"")
    cells = b""
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if isinstance(cell, str):
                text = struct.pack("<HHHHB", r, c, 0, len(cell), 0) + cell.encode("latin-1")
                cells += record(0x204, text)
            elif cell is not None:
                cells += record(0x203, struct.pack("<HHHd", r, c, 0, cell))
    name = b"Sheet1"
    before = begin(5)
    bound = record(0x85, struct.pack("<IBBBB", 0, 0, 0, len(name), 0) + name)
    start = len(before) + len(bound) + len(end)
    bound = record(0x85, struct.pack("<IBBBB", start, 0, 0, len(name), 0) + name)
    stream = before + bound + end + begin(0x10) + cells + end
    return _compound(b"".join([stream, bytes(-len(stream) % 512), bytes(4096)]))


def _compound(stream: bytes) -> bytes:
    """Return a compound file with one stream: allocation table, directory, then the stream."""
    sectors = -(-len(stream) // 512)
    last, free, table, none = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
    chain = [table, last, *range(3, sectors + 2), last]
    assert len(chain) <= 128
    allocation = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        words = (name + "\0").encode("utf-16-le")
        links = struct.pack("<BBIII", kind, 1, none, none, child)
        place = bytes(36) + struct.pack("<IQ", start, size)
        return words.ljust(64, b"\0") + struct.pack("<H", len(words)) + links + place

    directory = entry("Root Entry", 5, 1, last, 0) + entry("Workbook", 2, none, 2, len(stream))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6,
                          0, 1, 1, 0, 4096, last, 0, last, 0, 0)  # fmt: skip
    header += struct.pack("<108I", *[free] * 108)
    return header + allocation + directory.ljust(512, b"\0") + stream.ljust(512 * sectors, b"\0")
