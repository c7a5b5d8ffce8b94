"""Columns of words come with the points, row by row, wherever a block ends."""

import numpy as np
import pytest

from core.tables.splits import read_split_points


def write(tmp_path, content):
    path = tmp_path / "my.csv"
    path.write_text(content, encoding="utf-8")
    return path


def rows(count):
    return "".join(f"{k},{'ab'[k % 2]},{2 * k},{k}n,{'uvw'[k % 3]}\n" for k in range(count))


def test_words_that_come_again_are_groups(tmp_path):
    found = read_split_points(write(tmp_path, "x,sort,y,name,place\n" + rows(12)))
    assert found.points.x.tolist() == list(range(12))
    assert found.groups == {"sort": ("a", "b") * 6, "place": ("u", "v", "w") * 4}


def test_rows_that_are_left_out_take_their_groups_along(tmp_path):
    content = "x,sort,y\n1,a,1\n2,b,\n3,b,3\n4,NA,4\n5,a,5\n6,a,6\n7,b,7\n8,b,8\n9,a,9\n"
    found = read_split_points(write(tmp_path, content))
    assert found.points.x.tolist() == [1, 3, 4, 5, 6, 7, 8, 9]
    assert found.groups == {"sort": ("a", "b", "", "a", "a", "b", "b", "a")}


@pytest.mark.parametrize("careful", [False, True])
def test_many_blocks_join_without_a_seam(tmp_path, careful, monkeypatch):
    path = write(tmp_path, "x,sort,y,name,place\n" + rows(60_000))
    if careful:
        monkeypatch.setattr("core.tables.table._read_quickly", lambda *_: None)
    found = read_split_points(path)
    assert np.array_equal(found.points.y, 2.0 * np.arange(60_000))
    assert found.groups["place"] == ("u", "v", "w") * 20_000


def test_columns_of_numbers_dates_and_many_words_are_no_groups(tmp_path):
    lines = "".join(f"{k},{k},2020-01-0{k},{k % 2},w{k}\n" for k in range(1, 10))
    assert read_split_points(write(tmp_path, "a,b,c,d,e\n" + lines), "a", "b").groups == {}
