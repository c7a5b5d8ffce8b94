"""Lines come out whole wherever a block ends, and what never ends is refused in little memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.tables.dataset import read_dataset

ROOT = Path(__file__).parents[3]
MB = 1 << 20
ALLOWED_KB = 40_000

NOTHING = {
    "a line of numbers that does not end": (b"1," * (25 * MB), "has a line without an end in 4 MB"),
    "a quote that never closes": (b'x,y\n1,"' + b"2,3\n" * (12 * MB), "found a quote out of place"),
    "blank lines": (b" \n" * (25 * MB), "is empty"),
    "zeros": (None, "is not a text table"),
}


@pytest.mark.parametrize("module", ["core", "core.attenuation"])
@pytest.mark.parametrize(("content", "message"), NOTHING.values(), ids=NOTHING)
def test_a_great_deal_of_nothing_is_refused_in_little_memory(tmp_path, module, content, message):
    path = tmp_path / "my.csv"
    if content is None:
        path.symlink_to("/dev/zero")
    else:
        path.write_bytes(content)
    program = (
        "import resource, runpy, sys\n"
        f"sys.argv = ['{module}', {str(path)!r}]\n"
        "import core.report.summary, core.attenuation.report\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try:\n"
        f"    runpy.run_module('{module}', run_name='__main__')\n"
        "finally:\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert int(done.stdout) < ALLOWED_KB


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("spare", range(3))
def test_a_block_may_end_within_the_end_of_a_line(tmp_path, end, spare):
    path = tmp_path / "my.csv"
    rows = [f"{n},{n + 1}" for n in range(100_000, 140_000)]
    path.write_bytes(end.join([f"# {'.' * spare}", "x,y", *rows]).encode())
    data = read_dataset(path)
    assert data.x.tolist() == list(range(100_000, 140_000))
    assert data.y.tolist() == list(range(100_001, 140_001))


def test_an_inch_in_a_comment_or_a_name_opens_no_quote(tmp_path):
    path = tmp_path / "my.csv"
    rows = "".join(f'{n},a 5" pipe,{n}\n' for n in range(40_000))
    path.write_text(f'# 5" pipes\nx,name,y\n{rows}# 5"\n', encoding="utf-8")
    assert read_dataset(path).x.tolist() == list(range(40_000))
