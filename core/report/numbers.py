"""Every number that the text quotes, with twelve digits and as quoted.

``python -m core.report.numbers OUT.json`` writes them.

Without a table these are the numbers of the article: the line of its header figure and the
radiation example. With a table they are the numbers of the line through its points.
"""

import argparse
import json
import re
from math import fsum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.attenuation.example import MEASUREMENT, radiation_numbers
from core.attenuation.lab_table import read_lab
from core.project.command import Command
from core.project.depfile import prerequisites_noted
from core.project.paths import DATA
from core.project.whole_file import write_whole
from core.report.exercises import exercise_numbers
from core.report.laboratory import laboratory_numbers
from core.report.number import measured, number, rounded
from core.report.related import related_numbers
from core.report.summary import Summary
from core.tables.complaints import complaints_about
from core.tables.dataset import read_dataset
from core.tables.splits import read_split_points
from core.writing.digits import significant

HEADER = DATA / "header.csv"


def article_numbers() -> dict[str, Any]:
    """Return the numbers of the article, and of the handout that goes on from it."""
    data, lab = read_dataset(HEADER), read_lab(MEASUREMENT)
    return line_numbers(Summary.of(data)) | {
        "radiation": radiation_numbers(lab.fit("article")),
        "related": related_numbers(data),
        "laboratory": laboratory_numbers(lab),
        "exercises": exercise_numbers(),
    }


def line_numbers(summary: Summary) -> dict[str, Any]:
    """Return the line through the points in the article's letters, and what is said of the data.

    Each number is ``{"value": ..., "quoted": ..., "unit": ...}``, value None where undefined.
    """
    data, fit = summary.data, summary.fit
    x, y = data.x, data.y
    with np.errstate(over="ignore", invalid="ignore"):
        A, B, C, D = (_total(terms) for terms in (x * x, x, x * y, y))
    x_unit, y_unit = unit(data.x_label), unit(data.y_label)
    slope_unit = f"{y_unit or 1} per {x_unit}" if x_unit else y_unit
    line = {
        **measured("a", fit.slope, fit.slope_stderr, slope_unit),
        **measured("b", fit.intercept, fit.intercept_stderr, y_unit),
        "N": {"value": fit.n, "quoted": str(fit.n), "unit": ""},
        "A": rounded(A, _product(x_unit, x_unit)),
        "B": rounded(B, x_unit),
        "C": rounded(C, _product(x_unit, y_unit)),
        "D": rounded(D, y_unit),
        "epsilon_0": rounded(fit.rss, _product(y_unit, y_unit)),
        "residual_sd": rounded(fit.residual_sd, y_unit),
        "r_squared": rounded(fit.r_squared, ""),
        "slope_p_value": number(fit.slope_p_value, significant(fit.slope_p_value, 2), ""),
    }
    if summary.correlation:
        line["r"] = rounded(summary.correlation.r, "")
        line["log10_p"] = rounded(summary.correlation.log10_p, "")
    return {
        "title": data.title,
        "source": data.source,
        "x_label": data.x_label,
        "y_label": data.y_label,
        "notes": list(data.notes),
        "warnings": [str(doubt) for doubt in summary.doubts],
        "line": line,
    }


def _total(terms: NDArray[np.float64]) -> float:
    """Return the sum, rounded once: NumPy adds in an order that depends on the processor."""
    try:
        return fsum(terms)
    except (OverflowError, ValueError):
        return float(terms.sum())  # infinite, or not defined


def unit(label: str) -> str:
    """Return the unit in the brackets that end a label.

    >>> unit("distance [Mpc]"), unit("v (km/s)"), unit("x")
    ('Mpc', 'km/s', '')
    """
    match = re.search(r"[\[(]([^\[\]()]+)[\])]$", label)
    return match[1].strip() if match else ""


def _product(first: str, second: str) -> str:
    if first == second:
        return f"({first})^2" if first else ""
    return " ".join(factor for factor in (first, second) if factor)


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write ``content``; whoever looks at ``path`` sees the old file or the whole new one."""
    write_whole(path, json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def command() -> Command:
    """Return the arguments that the command takes."""
    parser = Command(
        prog="python -m core.report.numbers", description="Write the numbers of the text."
    )
    parser.add_argument("output", type=Path, help="JSON file to write")
    parser.add_argument("table", nargs="?", help="CSV file; without it the article's numbers")
    parser.add_argument(
        "--x", metavar="NAME", help="column of x by name or number, when there are more than two"
    )
    parser.add_argument("--y", metavar="NAME", help="column of y by name or number")
    parser.add_argument("--sheet", metavar="NAME", help="sheet of a workbook by name or number")
    parser.add_argument("--depfile", type=Path, metavar="PATH", help="write what was read")
    return parser


def write(chosen: argparse.Namespace) -> None:
    """Compute and write."""
    if chosen.table is None and (chosen.x or chosen.y or chosen.sheet):
        raise ValueError("--x, --y and --sheet choose from a table: name the table too")
    with prerequisites_noted(chosen.depfile):
        if chosen.table is None:
            content = article_numbers()
        else:
            with complaints_about(chosen.table):
                found = read_split_points(chosen.table, chosen.x, chosen.y, chosen.sheet)
                content = line_numbers(Summary.of(found.points, found.groups))
        write_json(chosen.output, content)


if __name__ == "__main__":
    command().run(write)
