"""A lab file: what is read from it, and where a wrong one is wrong."""

import numpy as np
import pytest

from core.attenuation.lab import read_lab

GOOD = "thickness_mm,counts,live_time_s\n0,5000,10\n1,2800,10\n2,1600,10\n3,900,10\n"


@pytest.fixture
def lab_file(tmp_path):
    def write(text, name="lab.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_counts_and_times_are_read(lab_file):
    lab = read_lab(lab_file(GOOD))
    assert lab.thickness_mm.tolist() == [0, 1, 2, 3]
    assert lab.counts.tolist() == [5000, 2800, 1600, 900]
    assert lab.rate.tolist() == [500, 280, 160, 90]
    assert lab.background is None
    assert not lab.reconstructed


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("thickness_mm", ["0", "1", "2"]),
        ("thickness_cm", ["0", "0.1", "0.2"]),
        ("thickness_g_cm2", ["0", "1.135", "2.27"]),
    ],
)
def test_every_unit_of_thickness_becomes_mm(lab_file, header, values):
    rows = "".join(f"{value},100,1\n" for value in values)
    lab = read_lab(lab_file(f"{header},counts,live_time_s\n{rows}"))
    np.testing.assert_allclose(lab.thickness_mm, [0, 1, 2])


@pytest.mark.parametrize("row", ["background,1500,300\n", "Background,1500,300\n"])
def test_a_row_without_source_is_the_background(lab_file, row):
    lab = read_lab(lab_file(GOOD + row))
    assert lab.background == (1500, 300)
    assert len(lab.counts) == 4


def test_a_column_of_kinds_tells_background_rows_too(lab_file):
    text = (
        "kind,thickness_mm,counts,live_time_s\nbackground,,7,10\nbackground,,9,10\nabsorber,0,5,1\n"
    )
    assert read_lab(lab_file(text)).background == (16, 20)


def test_background_from_a_second_file(lab_file):
    run = lab_file("counts,live_time_s\n1500,300\n", "background.csv")
    assert read_lab(lab_file(GOOD), run).background == (1500, 300)


def test_settings_stand_in_comments(lab_file):
    lab = read_lab(lab_file("# title: Group 7\n# dead_time_s: 4e-6\n# source: course\n" + GOOD))
    assert (lab.title, lab.source, lab.dead_time_s) == ("Group 7", "course", 4e-6)


def test_rates_are_corrected_for_dead_time(lab_file):
    lab = read_lab(lab_file("# dead_time_s: 1e-4\n" + GOOD))
    np.testing.assert_allclose(lab.rate, [500 / 0.95, 280 / 0.972, 160 / 0.984, 90 / 0.991])


def test_semicolons_and_decimal_commas(lab_file):
    lab = read_lab(lab_file("thickness_mm;counts;live_time_s\n0;50;1,5\n0,5;30;1,5\n"))
    assert lab.thickness_mm.tolist() == [0, 0.5]
    assert lab.live_time_s.tolist() == [1.5, 1.5]


def test_a_spreadsheet_s_mark_and_line_ends_do_not_matter(lab_file):
    text = "\ufeff" + GOOD.replace("\n", "\r\n") + ",,\r\n\r\n"
    assert len(read_lab(lab_file(text)).counts) == 4


def test_rates_alone_serve_the_article_s_recipe_only(lab_file):
    rates = read_lab(lab_file("thickness_mm,rate_cps\n0,500\n1,280\n2,160\n3,90\n"))
    counts = read_lab(lab_file(GOOD))
    assert rates.fit("article").mu_per_mm == pytest.approx(counts.fit("article").mu_per_mm)
    with pytest.raises(ValueError, match="needs counts and live_time_s"):
        rates.fit("poisson")


def test_the_article_s_measurement_says_that_it_is_reconstructed():
    assert read_lab("data/attenuation_lead.csv").reconstructed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 0: the file has no rows"),
        ("# only words\n", "line 1: the file has no rows"),
        ("thickness,counts,live_time_s\n", "line 1: the unit of 'thickness' is not known"),
        ("x,counts,live_time_s\n", "line 1: no thickness column"),
        ("thickness_mm,thickness_cm,rate_cps\n", "line 1: more than one thickness"),
        ("thickness_mm,counts\n", "line 1: counts need their time"),
        ("thickness_mm,live_time_s\n", "line 1: no column counts"),
        ("thickness_mm,counts,counts,time_s\n", "line 1: two columns are called counts"),
        (GOOD + "4,-1,10\n", r"line 6: counts is negative \(-1\)"),
        (GOOD + "4,500,0\n", "line 6: live_time_s is zero"),
        (GOOD + "4,500,-3\n", "line 6: live_time_s is negative"),
        (GOOD + "2.5,500,10\n", "line 6: thickness_mm decreases to 2.5"),
        (GOOD + "4,many,10\n", "line 6: counts is 'many', not a number"),
        (GOOD + "4,,10\n", "line 6: counts is missing"),
        (GOOD + ",500,10\n", "line 6: thickness_mm is missing"),
        (GOOD + "4,nan,10\n", "line 6: counts is nan, not a finite number"),
        (GOOD + "4,500\n", "line 6: 2 values for 3 columns"),
        ("# note\n" + GOOD + "\n4,5,5,10\n", "line 8: 4 values for 3 columns"),
        ("# dead_time_s: fast\n" + GOOD, "dead_time_s is 'fast', not a number"),
        ("thickness_mm,counts,live_time_s\nbackground,3,10\n", "no row with an absorber"),
        (
            "kind,thickness_mm,counts,live_time_s\nsheet,0,3,10\n",
            "line 2: kind is 'sheet': write absorber or background",
        ),
    ],
)
def test_a_wrong_file_says_in_which_line_it_is_wrong(lab_file, text, message):
    with pytest.raises(ValueError, match=message):
        read_lab(lab_file(text))
