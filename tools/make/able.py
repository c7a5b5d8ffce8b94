"""Which films can show a user's table: they are asked, for make reads no table."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from tools.make.choices import Choices
from tools.make.pictures import candidates, shown


def refusals(choices: Choices) -> dict[str, str]:
    """Return why films cannot show DATA or RADIATION, by their names; ValueError when none can."""
    names = candidates(choices)
    why = {
        name: said
        for arguments, group in groupby(names, lambda name: shown(name, choices))
        for name, said in _asked(list(group), arguments)
        if said
    }
    if len(why) == len(names):
        raise ValueError(f"no film can be made: {next(iter(why.values()))}")
    return why


def _asked(names: list[str], arguments: Iterable[str]) -> Iterator[tuple[str, str]]:
    command = [sys.executable, "-E", "-m", "scenes.ask", " ".join(names), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ValueError(done.stderr.strip())
    for line in done.stdout.splitlines():
        name, _, said = line.partition("\t")
        yield name, said
