"""Report on a lab: ``python -m core.attenuation my_lab.csv``."""

import argparse
import json
from pathlib import Path

from core.attenuation.lab_table import read_lab
from core.attenuation.report import Fits, report
from core.project.command import Command
from core.project.depfile import prerequisites_noted
from core.project.whole_file import write_whole


def command() -> Command:
    """Return the arguments that the command takes."""
    parser = Command(prog="python -m core.attenuation", description="Report on a lead lab.")
    parser.add_argument("lab", type=Path, help="CSV, see core/attenuation/lab_table.py")
    parser.add_argument("--sheet", metavar="NAME", help="its sheet, if it is a workbook")
    parser.add_argument("--background", type=Path, help="CSV of runs without source")
    parser.add_argument("--output", type=Path, help="write the report here [print it]")
    parser.add_argument("--numbers", type=Path, help="write the numbers of the fits here, as JSON")
    parser.add_argument("--depfile", type=Path, metavar="PATH", help="write what was read")
    return parser


def show(chosen: argparse.Namespace) -> None:
    """Read, fit, and print or write."""
    if chosen.depfile and not chosen.output:
        raise ValueError("--depfile needs --output: make waits for a file")
    with prerequisites_noted(chosen.depfile):
        lab = read_lab(chosen.lab, chosen.background, chosen.sheet)
        fits = Fits.of(lab)
        text = report(lab, fits)
        if chosen.numbers:
            write_whole(chosen.numbers, json.dumps(fits.as_json(), indent=2) + "\n")
        if chosen.output:
            write_whole(chosen.output, text)
        else:
            print(text, end="")


if __name__ == "__main__":
    command().run(show)
