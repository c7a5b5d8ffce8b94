"""Columns beside x and y are read with the same eyes, row by row with the points."""

from pathlib import Path

import pytest

from core.tables.beside import read_beside
from core.tables.dataset import read_dataset

TABLE = """# title: Two sorts
day,weight [g],error,sort
1,10,1,oak
2,12,1,oak
3,,1,oak
4,17,2,
5,19,NA,beech
6,21,2,beech
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "trees.csv"
    path.write_text(TABLE)
    return path


def test_columns_keep_their_rows_and_incomplete_rows_are_counted(table: Path) -> None:
    found = read_beside(table, "day", "weight", sigma="error", group="Sort")
    assert found.points.x.tolist() == [1, 2, 6]
    assert found.points.y.tolist() == [10, 12, 21]
    assert found.sigma.tolist() == [1, 1, 2]
    assert found.groups == ("oak", "oak", "beech")
    assert "3 of 6 rows are left out" in found.points.notes[0]
    assert (found.points.title, found.points.y_label) == ("Two sorts", "weight [g]")


def test_a_column_with_another_meaning_is_neither_x_nor_y(table: Path) -> None:
    found = read_beside(table, sigma="error")
    assert (found.points.x_label, found.points.y_label) == ("day", "weight [g]")
    assert found.groups is None


def test_without_such_columns_it_is_the_dataset(tmp_path: Path) -> None:
    path = tmp_path / "decimal commas.csv"
    path.write_text("x;y\n1,5;2\n2,5;\n3,5;4\n")
    ours, theirs = read_beside(path).points, read_dataset(path)
    assert ours.x.tolist() == theirs.x.tolist()
    assert (ours.x_label, ours.y_label, ours.title) == (
        theirs.x_label,
        theirs.y_label,
        theirs.title,
    )


@pytest.mark.parametrize(
    ("sigma", "group", "said"),
    [
        ("mass", None, "no column 'mass'"),
        (None, "kind", "no column 'kind'"),
        ("sort", None, "line 3, column 'sort': expected a number, found 'oak'"),
    ],
)
def test_what_is_not_there_is_named(table: Path, sigma: str, group: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_beside(table, "day", "weight", sigma=sigma, group=group)
