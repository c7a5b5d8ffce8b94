"""From Typst's HTML to the page: its look in both themes, its pieces, its films."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any

from core.attenuation.example import MEASUREMENT
from core.attenuation.lab_table import read_lab
from core.fits.student import quantile
from core.project.paths import DATA
from core.report.related import DRAWN_FROM, LEVEL, NOISE
from core.tables.dataset import read_dataset
from lecture import pieces, style
from lecture.explorer.page import point_sets
from lecture.films import Film
from lecture.handout.mathml import as_on_paper
from lecture.handout.text import INK, as_html
from lecture.page import filled, ground, in_script, joined

_FOLDER = Path(__file__).parent
_SETS = ("header", "leaning")
_COLOUR = re.compile(r'(fill|stroke)="(#[0-9a-f]{6})([0-9a-f]{2})?"')
_DRAWING = re.compile(r"<svg .*?</svg>", re.DOTALL)


def handout_page(numbers: Mapping[str, Any], films: Mapping[str, Film]) -> str:
    """Return the page; its films lie in the folder films/ beside it, all else stands in it."""
    html = as_html(numbers, films)
    mathematics = _between(html, "<style>", "</style>")
    return filled(
        _FOLDER / "page.html",
        look=style.style_sheet(("text", "italic", "bold", "math")),
        mathematics=mathematics,
        drawn=pieces.style_sheet(),
        page=ground() + joined([_FOLDER / "page.css"]),
        text=as_on_paper(_drawings_in_theme(_between(html, "<body>", "</body>"))),
        data=in_script(_data(films)),
        script=pieces.script(),
        handout=joined([_FOLDER / "page.js"]),
    )


def _between(html: str, start: str, end: str) -> str:
    return html.partition(start)[2].partition(end)[0]


def _data(films: Mapping[str, Film]) -> dict[str, Any]:
    """Return what the pieces begin with, and what the films say."""
    said = {
        name: {
            "rate": float(film.rate),
            "shown": not film.has_words,
            "sentences": [vars(sentence) for sentence in film.sentences],
        }
        for name, film in films.items()
    }
    points = {one["name"]: one for one in point_sets() if one["name"] in _SETS}
    return {"points": {**points, "lead": lead(), "law": law()}, "films": said}


def lead() -> dict[str, float]:
    """Return the laboratory as the piece plays it: the law that fits all counts best."""
    lab = read_lab(MEASUREMENT)
    fit = lab.fit("poisson")
    if lab.background is None:
        raise ValueError("the piece counts without source: the lab has no such run")
    return {
        "mu": fit.mu_per_mm,
        "rate": fit.initial_rate,
        "background": fit.background_rate,
        "time": float(lab.live_time_s[0]),
        "backgroundTime": lab.background[1],
        "most": float(lab.thickness_mm.max()),
    }


def law() -> dict[str, Any]:
    """Return what the points of the figures were drawn from, to draw others."""
    x = read_dataset(DATA / "header.csv").x
    slope, intercept = DRAWN_FROM
    return {
        "x": x.tolist(),
        "slope": slope,
        "intercept": intercept,
        "sd": NOISE,
        "quantile": quantile(LEVEL, x.size - 2),
    }


def _drawings_in_theme(html: str) -> str:
    """Let drawings have the colours of the reader's theme, and names of their own for letters."""
    names = {colour.lower(): name.replace("_", "-") for name, colour in asdict(INK).items()}
    number = count(1)

    def themed(found: re.Match[str]) -> str:
        what, colour, alpha = found.groups()
        if colour not in names:
            raise ValueError(f"a drawing has the colour {colour}, which is none of the palette")
        opacity = f' {what}-opacity="{int(alpha, 16) / 255:.3g}"' if alpha else ""
        return f'{what}="var(--{names[colour]})"{opacity}'

    def own(drawing: re.Match[str]) -> str:
        k = next(number)
        svg = re.sub(r'(id="|href="#|url\(#)(?=[a-z])', rf"\g<1>d{k}-", drawing[0])
        return _COLOUR.sub(themed, svg)

    return _DRAWING.sub(own, html)
