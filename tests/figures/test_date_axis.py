"""Below the axis stand the dates that x was read from, at round dates or times."""

from pathlib import Path

import numpy as np
import pytest

from core.tables.dataset import read_dataset
from figures import fit, linreg, residuals
from tests.figures.tables import drawn


def read(folder: Path, header: str, cells: list[str]):
    path = folder / "my.csv"
    rows = [f"{cell},{k + 0.1 * (k % 3)}" for k, cell in enumerate(cells)]
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return read_dataset(path)


def below(picture) -> tuple[list[str], str, str]:
    """Return the words of the ticks, what stands in the corner, and the name of the axis."""
    ax = picture.figure.axes[0]
    ticks = [text.get_text() for text in ax.get_xticklabels()]
    return ticks, ax.xaxis.get_offset_text().get_text(), ax.get_xlabel()


TABLES = {
    "days": (
        [f"2020-03-{day:02}" for day in range(1, 30, 2)],
        (["01 Mar", "08 Mar", "15 Mar", "22 Mar"], "2020", "day"),
    ),
    "months": (
        [f"{2019 + k // 12}-{k % 12 + 1:02}-01" for k in range(0, 27, 2)],
        (["2019", "Jul", "2020", "Jul", "2021"], "", "day"),
    ),
    "hours": (
        [f"2020-03-01 {hour:02}:00" for hour in range(9, 21)],
        (["09:00", "12:00", "15:00", "18:00"], "2020-03-01", "day"),
    ),
    "clock": (
        [f"{hour}:30" for hour in range(9, 14)],
        (["10:00", "11:00", "12:00", "13:00"], "", "day"),
    ),
    "stopwatch": (
        [f"0:00:{second:02}" for second in range(5, 60, 5)],
        (["0:00:10", "0:00:20", "0:00:30", "0:00:40", "0:00:50"], "", "day"),
    ),
}


@pytest.mark.parametrize(("cells", "expected"), TABLES.values(), ids=TABLES)
def test_ticks_are_round_dates(tmp_path, cells, expected):
    ticks, corner, name = below(drawn(fit, read(tmp_path, "day,y", cells)))
    assert ([tick for tick in ticks if tick], corner, name) == expected


def test_every_picture_over_x_has_them_and_says_what_the_slope_is_per(tmp_path):
    data = read(tmp_path, "day [d.m.y],y", TABLES["days"][0])
    for module in (fit, linreg, residuals):
        picture = drawn(module, data)
        assert below(picture)[1:] == ("2020", "day")
    assert "the slope is per day" in drawn(fit, data).description


def test_many_years_are_the_numbers_that_they_are(tmp_path):
    data = read(tmp_path, "day,y", [f"{year}-01-01" for year in range(1961, 2000)])
    picture = drawn(fit, data)
    assert {1970, 1980, 1990} <= set(picture.figure.axes[0].get_xticks())
    assert below(picture)[1:] == ("", "day [year]")


def test_a_logarithmic_axis_has_numbers(tmp_path):
    data = read(tmp_path, "day,y", [f"{2 * k}:00" for k in range(1, 9)])
    assert below(drawn(fit, data, scales="x"))[2] == "day [minute]"


def test_a_tick_of_decimal_years_is_not_the_day_before(tmp_path):
    data = read(tmp_path, "day,y", [f"{2019 + k // 12}-{k % 12 + 1:02}-01" for k in range(40)])
    ax = drawn(fit, data).figure.axes[0]
    january = [tick for tick in ax.get_xticks() if abs(tick - round(tick)) < 1e-6]
    assert np.allclose(january, np.round(january), atol=1e-9)
    ticks = below(drawn(fit, data))[0]
    assert {"2019", "2020", "2021", "2022"} <= set(ticks)
