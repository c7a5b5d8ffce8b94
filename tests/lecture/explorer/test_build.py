"""The page as the command makes it, with a table of a user's own."""

import numpy as np
import pytest

import core
from core.tables.dataset import Dataset, read_dataset
from lecture.explorer import __main__ as command
from lecture.explorer import page as explorer
from tests.core.tables.text.workbooks import xlsx
from tests.lecture.explorer.hands import model

pytestmark = pytest.mark.browser


def test_a_table_given_at_build_comes_first(still, tmp_path):
    own = Dataset(np.arange(5.0) + 1e8, [1, 3, 2, 5, 4], "x", "y", "</script><b id=bad>Mine</b>")
    target = tmp_path / "explorer.html"
    target.write_text(explorer.explorer_page(own), encoding="utf-8")
    page = still(target)
    assert model(page, "model.x") == own.x.tolist()
    assert page.locator("#bad").count() == 0
    fit = core.fit_line(own.x, own.y)
    assert model(page, "model.best.squared.line.slope") == pytest.approx(fit.slope, rel=1e-12)
    assert model(page, "model.best.squared.cost") == pytest.approx(fit.rss, rel=1e-12)


def test_a_long_table_is_thinned_and_says_so():
    x = np.arange(100_001.0)
    first = next(iter(explorer.point_sets(Dataset(x, x % 7, title="Long"))))
    assert len(first["x"]) <= explorer.MOST
    assert first["title"] == "Long, 498 of 100001 points"


def test_the_command_writes_the_page_and_what_it_was_made_from(tmp_path):
    depfile = tmp_path / "explorer.d"
    with pytest.raises(SystemExit) as left:
        command.parser().run(command.main, [str(tmp_path), "--depfile", str(depfile)])
    assert left.value.code == 0
    assert (tmp_path / "explorer.html").read_text(encoding="utf-8") == explorer.explorer_page()
    noted = depfile.read_text().splitlines()
    for name in (
        "data/header.csv",
        "lecture/explorer/explorer.js",
        "lecture/pieces/line.js",
        "core/palette.py",
    ):
        assert name in noted


def test_a_sheet_of_a_workbook_comes_first(tmp_path):
    table = tmp_path / "my.xlsx"
    points = [["t", "v", "w"], [1, 2, 5], [2, 4, 5], [3, 7, 5]]
    table.write_bytes(xlsx({"Plan": [["to do"]], "Run 2": points}))
    chosen = [str(tmp_path), str(table), "--x=t", "--y=v", "--sheet=Run 2"]
    with pytest.raises(SystemExit) as left:
        command.parser().run(command.main, chosen)
    assert left.value.code == 0
    own = read_dataset(table, "t", "v", "Run 2")
    page = (tmp_path / "explorer.html").read_text(encoding="utf-8")
    assert page == explorer.explorer_page(own)
