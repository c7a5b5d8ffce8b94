"""The text, compiled by Typst: as a PDF, and as the HTML that the page is made of."""

import json
import warnings
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from core.palette import theme
from lecture.films import Film
from lecture.handout.drawn import drawings

SOURCE = Path(__file__).with_name("handout.typ")
INK = theme("light")
"""The colours on paper; the page puts those of the reader's theme in their place."""


def write_pdf(target: Path, numbers: Mapping[str, Any], films: Mapping[str, Film]) -> None:
    """Write the PDF, tagged and held to PDF/UA-1, which asks for an alternative to each formula."""
    _compiler("paper", numbers, films).compile(output=target, format="pdf", pdf_standards="ua-1")


def as_html(numbers: Mapping[str, Any], films: Mapping[str, Film]) -> str:
    """Return the text as Typst writes it in HTML, before it is a page."""
    with warnings.catch_warnings():
        # Typst says of every HTML that its export is new.
        warnings.filterwarnings("ignore", message="html export is under active development")
        html = _compiler("html", numbers, films).compile(format="html")
    if not isinstance(html, bytes):
        raise TypeError("Typst returned no page")
    return html.decode("utf-8")


def _compiler(medium: str, numbers: Mapping[str, Any], films: Mapping[str, Film]) -> typst.Compiler:
    told = {
        name: {
            "title": film.title,
            "question": film.question,
            "file": f"films/{film.file.name}",
            "poster": poster(film),
            "theme": film.theme,
        }
        for name, film in films.items()
    }
    inputs = {"numbers": numbers, "palette": asdict(INK), "films": told, "drawings": drawings()}
    return typst.Compiler(
        SOURCE,
        root=SOURCE.parent,
        ignore_system_fonts=True,
        sys_inputs={"target": medium, **{name: json.dumps(x) for name, x in inputs.items()}},
    )


def poster(film: Film) -> str:
    """Return where the picture lies that stands for a film until it is played."""
    return f"films/{film.file.with_suffix('.png').name}"
