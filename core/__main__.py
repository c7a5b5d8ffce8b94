"""Fit a line to a table: ``python -m core my.csv``.

Prints the line with its uncertainties, Pearson's test, and a warning for every reason to doubt
that a straight line describes the points. Exit code 0, or 2 with one line on standard error.
"""

import argparse
import json

from core.project.command import Command
from core.report.summary import Summary
from core.tables.complaints import complaints_about
from core.tables.splits import read_split_points


def command() -> Command:
    """Return the arguments that the command takes."""
    parser = Command(
        prog="python -m core",
        description="Fit a line to two columns of a table and say whether a line is doubtful.",
    )
    parser.add_argument(
        "table", help="CSV, text or a workbook (.xlsx, .ods, .xls), .gz too; - for standard input"
    )
    parser.add_argument(
        "--x", metavar="NAME", help="column of x by name or number, when there are more than two"
    )
    parser.add_argument("--y", metavar="NAME", help="column of y by name or number")
    parser.add_argument("--sheet", metavar="NAME", help="sheet of a workbook by name or number")
    parser.add_argument("--json", action="store_true", help="print JSON, every number in full")
    return parser


def report(chosen: argparse.Namespace) -> None:
    """Read, fit and print."""
    with complaints_about(chosen.table):
        found = read_split_points(chosen.table, chosen.x, chosen.y, chosen.sheet)
        summary = Summary.of(found.points, found.groups)
    if chosen.json:
        print(json.dumps(summary.as_json(), indent=2, ensure_ascii=False, allow_nan=False))
    else:
        print(summary.as_text(), end="")


if __name__ == "__main__":
    command().run(report)
