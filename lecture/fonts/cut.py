"""Cut the fonts of the pages out of those that come with Typst: ``python -m lecture.fonts.cut``.

The fonts are committed; this is how they were made. It needs ``pip install brotli`` besides what
the lock brings. As their licence asks, what comes out has a name of its own.
"""

import io
import struct
from collections.abc import Iterator
from pathlib import Path

import typst
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Lecture Serif"
FOLDER = Path(__file__).parent

_LETTERS = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)]))
_LETTERS += "ŒœŠšŽž–—‘’“”•…€−⁰⁴⁵⁶⁷⁸⁹⁻"
_GREEK = "".join(map(chr, [*range(0x391, 0x3A2), *range(0x3A3, 0x3AA), *range(0x3B1, 0x3CA)]))
_SIGNS = "ϑϕϵ ′←↑→↓⇒∂∇∈∏∑√∝∞∣‖∫≈≠≤≥⋅⋮⋯⋱ℎℝ"
_MATH_ITALIC = "".join(map(chr, [*range(0x1D434, 0x1D468), *range(0x1D6E4, 0x1D71C)]))

# file: the font that it is cut from, the characters, the features, whether MathML can use it
_CUTS = {
    "text": ("NewComputerModernMath-Book", _LETTERS + _GREEK + _SIGNS, ("kern", "liga"), False),
    "italic": ("NewComputerModern10-Italic", _LETTERS + _GREEK, ("kern", "liga"), False),
    "bold": ("NewComputerModern10-Bold", _LETTERS + _GREEK, ("kern", "liga"), False),
    "math": (
        "NewComputerModernMath-Book",
        _LETTERS + _GREEK + _SIGNS + _MATH_ITALIC,
        ("kern", "ssty", "mark", "ccmp"),
        True,
    ),
}


def main() -> None:
    """Write one WOFF2 file for each cut."""
    library = next(Path(typst.__file__).parent.glob("_typst*")).read_bytes()
    fonts = {_name(font): font for font in _fonts_in(library)}
    for name, (source, characters, features, math) in _CUTS.items():
        font = TTFont(io.BytesIO(fonts[source]))
        options = Options(layout_features=list(features), hinting=False, desubroutinize=True)
        options.drop_tables += ["FFTM", "PfEd"] + ([] if math else ["MATH"])
        options.flavor = "woff2"
        cut = Subsetter(options)
        cut.populate(text=characters)
        cut.subset(font)
        _rename(font, name)
        font.flavor = "woff2"
        font.save(FOLDER / f"{name}.woff2")


def _fonts_in(library: bytes) -> Iterator[bytes]:
    """Yield each OpenType font that lies whole in ``library``: its directory says where it ends."""
    start = library.find(b"OTTO")
    while start >= 0:
        count = struct.unpack_from(">H", library, start + 4)[0]
        tables = [struct.unpack_from(">4sIII", library, start + 12 + 16 * k) for k in range(count)]
        if 5 < count < 40 and all(tag.strip().isalnum() or b"/" in tag for tag, *_ in tables):
            yield library[start : start + max(offset + size for _, _, offset, size in tables)]
        start = library.find(b"OTTO", start + 4)


def _name(font: bytes) -> str:
    return str(TTFont(io.BytesIO(font))["name"].getDebugName(4))


def _rename(font: TTFont, name: str) -> None:
    own = f"{FAMILY} {name}"
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = own.replace(" ", "") if record.nameID == 6 else own
    font["CFF "].cff.fontNames = [own.replace(" ", "")]


if __name__ == "__main__":
    main()
