"""Fit a line to a table: ``python -m core my.csv``.

Prints the line with its uncertainties, Pearson's test, and a warning for every reason to doubt
that a straight line describes the points. Exit code 0, or 2 with one line on standard error.
"""

import argparse
import json
import os
import sys
from typing import NoReturn

from .dataset import read_dataset
from .summary import Summary
from .text import one_line


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line: the usage is what --help is for."""
        self.exit(2, f"{self.prog}: {one_line(message)} (try --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m core",
        description="Fit a line to two columns of a table and say whether a line is doubtful.",
    )
    parser.add_argument("table", help="CSV file: commas, semicolons or tabs; - for standard input")
    parser.add_argument("--x", metavar="NAME", help="column of x, when there are more than two")
    parser.add_argument("--y", metavar="NAME", help="column of y")
    parser.add_argument("--json", action="store_true", help="print JSON, every number in full")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    chosen = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # a label in an alphabet that the terminal does not know must not end the program
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        summary = Summary.of(read_dataset(chosen.table, x=chosen.x, y=chosen.y))
    except OSError as error:
        return _refuse(f"{one_line(chosen.table)}: {error.strerror or error}")
    except ValueError as error:
        return _refuse(str(error))
    if chosen.json:
        print(json.dumps(summary.as_json(), indent=2, ensure_ascii=False, allow_nan=False))
    else:
        print(summary.as_text(), end="")
    return 0


def _refuse(message: str) -> int:
    print(f"python -m core: {one_line(message)}", file=sys.stderr)
    return 2


def _run() -> NoReturn:
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader has seen enough, as head does; Python would complain again when it exits
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)


if __name__ == "__main__":
    _run()
