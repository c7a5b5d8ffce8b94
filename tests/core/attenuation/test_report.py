"""The report: all that the fits say, and nothing that the data cannot carry."""

import json
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from core.attenuation import lab_table, slopes
from core.attenuation.__main__ import command, show
from core.attenuation.identification import candidates
from core.attenuation.lab import Lab
from core.attenuation.lab_table import read_lab
from core.attenuation.report import Fits, report
from core.photons.nuclides import transmission
from core.writing.digits import quote

ARTICLE = "data/attenuation_lead.csv"


def text_of(lab):
    return report(lab, Fits.of(lab))


@pytest.fixture
def measured():
    sheets = np.arange(10.0)
    rng = np.random.default_rng(11)
    share = transmission(candidates()["Hg-203"], sheets)
    counts = rng.poisson(10 * (3000 * share + 4)).astype(float)
    return Lab(sheets, counts, np.full(10, 10.0), (1200.0, 300.0), title="Group 7")


def test_three_methods_stand_side_by_side_with_their_rules(measured):
    text = text_of(measured)
    for method in ("article", "weighted", "poisson"):
        fit = measured.fit(method)
        assert quote(fit.mu_per_mm, fit.mu_stderr) in text
        assert f"{method}: {fit.rule}" in text
    assert "Group 7" in text
    assert "1200 counts in 300 s" in text


def test_a_measured_curve_is_compared_with_candidates(measured):
    text = text_of(measured)
    assert "Hg-203 fits best" in text
    assert "A slope does not identify a nuclide" in text
    assert "The article" not in text


def test_reconstructed_data_are_never_compared_with_candidates():
    text = text_of(read_lab(ARTICLE))
    assert "RECONSTRUCTED" in text
    assert "not compared" in text
    assert "fits best" not in text
    assert "270 keV (261 keV without coherent" in text
    assert "In-111 remains possible, not proven" in text


def test_one_exponential_through_a_bent_curve_is_called_wrong():
    sheets = np.arange(10.0)
    counts = np.round(1e5 * transmission(candidates()["I-123"], sheets))
    text = text_of(Lab(sheets, counts, np.ones(10), None))
    assert "one exponential does not describe the counts" in text


def test_rates_alone_say_which_fits_are_not_possible():
    sheets = np.arange(5.0)
    text = text_of(Lab(sheets, np.exp(-sheets), np.ones(5), None, counts_known=False))
    assert "Not possible:" in text
    assert "article" in text


def test_every_nuclide_that_the_sentence_names_stands_in_the_table():
    """One ranking, one list: I-123 was named among the nearer ones and not listed."""
    text = text_of(read_lab(ARTICLE))
    listed = text.partition("From the slope alone")[2].partition("From the whole curve")[0]
    nearer = text.partition("By slope alone ")[2].partition(" come nearer")[0].split(", ")
    ranked = [line.split()[0] for line in listed.splitlines()[2:] if line.strip()]
    assert ranked == [*nearer, "In-111"]


def test_the_article_s_lab_is_read_once_and_each_line_fitted_once(monkeypatch):
    read, lines = [], []

    def noted(what, name, calls):
        original = getattr(what, name)
        monkeypatch.setattr(
            what, name, lambda *args, **more: calls.append(1) or original(*args, **more)
        )

    noted(lab_table, "read_records", read)
    noted(slopes, "fit_line", lines)
    assert run(ARTICLE) == 0
    assert len(read) == 1
    assert len(lines) == 2 * len(candidates())


def test_a_reconstructed_lab_without_the_article_s_fit_says_nothing_of_it():
    counts, times = np.array([900.0, 80.0, 10.0, 9.0]), np.full(4, 10.0)
    lab = Lab(np.arange(4.0) * 5, counts, times, (300.0, 300.0), reconstructed=True)
    assert "The article's result" not in text_of(lab)


def test_notes_on_the_reading_are_passed_on(measured):
    assert "note: read with care" in text_of(replace(measured, notes=("read with care",)))


@pytest.mark.parametrize("thickest", [129.0, 200.0, 5000.0, 9e4])
def test_a_very_thick_sheet_is_no_error(thickest):
    """Behind 130 mm the transmission of soft lines is below what a float can hold."""
    sheets = np.array([0, 1, 2, 3, thickest])
    counts = np.round(10 * (3000 * np.exp(-0.57 * sheets) + 4))
    lab = Lab(sheets, counts, np.full(5, 10.0), None)
    text = text_of(lab)
    assert "From the slope alone" in text
    assert "nan" not in text


def run(*arguments):
    with pytest.raises(SystemExit) as end:
        command().run(show, [str(argument) for argument in arguments])
    return end.value.code


def test_the_command_prints_the_report(capsys):
    assert run(ARTICLE) == 0
    assert capsys.readouterr().out == text_of(read_lab(ARTICLE))


def test_the_command_writes_report_and_numbers(tmp_path):
    text, numbers = tmp_path / "a" / "report.txt", tmp_path / "a" / "numbers.json"
    assert run(ARTICLE, "--output", text, "--numbers", numbers) == 0
    assert text.read_text(encoding="utf-8") == text_of(read_lab(ARTICLE))
    found = json.loads(numbers.read_text())
    assert list(found) == ["article", "weighted", "poisson"]
    assert found["article"]["mu_per_mm"] == pytest.approx(
        read_lab(ARTICLE).fit().mu_per_mm, rel=1e-11
    )


def test_a_wrong_file_ends_with_its_line(tmp_path, capsys):
    path = tmp_path / "lab.csv"
    path.write_text("thickness_mm,counts,live_time_s\n0,-5,10\n")
    assert run(path) == 2
    assert "lab.csv, line 2: counts is negative" in capsys.readouterr().err


def test_the_fits_run_as_a_command():
    command = [sys.executable, "-m", "core.attenuation", ARTICLE]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == text_of(read_lab(ARTICLE))


def test_an_interval_of_a_weak_source_is_not_symmetric_and_said():
    counts = np.array([52.0, 31, 14, 9, 5, 1, 1, 0])
    lab = Lab(np.arange(8.0), counts, np.full(8, 10.0), None)
    low, high = lab.fit("poisson").half_thickness_interval(0.95)
    assert f"x_h lies between {low:.4g} and {high:.4g} mm with 95 % confidence" in text_of(lab)


def test_an_energy_at_the_end_of_its_branch_says_so():
    # Just below the least mu that lead has, near 4 MeV.
    sheets = np.arange(0, 100.0, 10)
    lab = Lab(sheets, np.round(1e4 * np.exp(-0.047 * sheets)), np.ones(10), (0.0, 10.0))
    assert "the end of the branch; mu is" in text_of(lab)
