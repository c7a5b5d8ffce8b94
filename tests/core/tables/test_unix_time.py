"""Numbers that count seconds since 1970 are dates where the name of their column says so."""

import numpy as np
import pytest

from core.tables.dataset import read_dataset

MINUTES = 60 * np.arange(5)
START = 1_700_000_000


def read(folder, header, times, values=(1, 2, 3, 5, 8)):
    path = folder / "log.csv"
    rows = (f"{time},{value}\n" for time, value in zip(times, values, strict=True))
    path.write_text(f"{header}\n{''.join(rows)}")
    return read_dataset(path)


@pytest.mark.parametrize("header", ["timestamp,T", "Unix time [s],T", "epoch,T", "ts_timestamp,T"])
@pytest.mark.parametrize("in_a_second", [1, 1000, 1_000_000])
def test_a_column_that_says_so_is_read_as_time(tmp_path, header, in_a_second):
    data = read(tmp_path, header, (START + MINUTES) * in_a_second)
    assert data.x.tolist() == pytest.approx((MINUTES / 1).tolist())
    assert data.time is not None
    assert data.time.start == "2023-11-14 22:13:20"
    assert data.x_label.endswith("[second]")
    assert any("since 1970" in note for note in data.notes)


def test_over_years_they_are_decimal_years(tmp_path):
    data = read(tmp_path, "timestamp,T", 1_262_304_000 + np.arange(5) * 31_557_600)
    assert data.x == pytest.approx([2010, 2011, 2012, 2013, 2014], abs=0.01)


@pytest.mark.parametrize(
    ("header", "times"),
    [
        ("mass,T", START + MINUTES),  # nothing says that it is a time
        ("timestamp,T", MINUTES),  # seconds from the start of something
        ("timestamp,T", [START, START + 1, 7, START + 3, START + 4]),
    ],
)
def test_all_others_stay_the_numbers_that_they_are(tmp_path, header, times):
    data = read(tmp_path, header, times)
    assert data.x.tolist() == list(times)
    assert data.time is None
