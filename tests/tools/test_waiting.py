"""What make runs ends with make, also when make was interrupted before it was ready."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.project_copy import ROOT

LONG = 100
MAKEFILE = f"""\
all:
\t@trap '' INT HUP; echo begun; read go; PYTHONPATH='{ROOT}' exec '{sys.executable}' -c \\
\t"from tools.make.run import run; run(['-c', 'import time; time.sleep({LONG})'])"
"""


def heed() -> None:
    """Undo what a background inherits: ignored signals."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what make is doing")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_an_interrupt_before_the_run_began_is_not_missed(
    number: signal.Signals, tmp_path: Path
) -> None:
    (tmp_path / "Makefile").write_text(MAKEFILE)
    began = time.monotonic()
    with subprocess.Popen(
        ["make"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=heed,  # noqa: PLW1509  no threads here
    ) as make:
        assert make.stdin
        assert make.stdout
        assert make.stdout.readline() == "begun\n"
        make.send_signal(number)
        make.stdin.write("go\n")
        make.stdin.flush()
        assert make.wait(LONG) != 0
    assert time.monotonic() < began + LONG / 2
