"""Each committed table still has the figures that were published with it."""

import csv
from pathlib import Path

import numpy as np
import pytest

from core.tables.dataset import Dataset, read_dataset

DATA = Path(__file__).parents[2] / "data"


def line(data: Dataset) -> tuple[float, float]:
    slope, intercept = np.polynomial.Polynomial.fit(data.x, data.y, 1).convert().coef[::-1]
    return slope, intercept


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def test_every_table_is_described():
    described = (DATA / "README.md").read_text(encoding="utf-8")
    for path in DATA.glob("*.csv"):
        assert f"\n## {path.name}\n" in described


def test_the_header_example_is_what_its_seed_gives():
    rng = np.random.default_rng(20211126)
    x = (np.arange(20) / 2 + rng.uniform(0, 0.5, 20)).round(2)
    y = (0.8 * x + 1 + rng.normal(0, 1, 20)).round(2)
    data = read_dataset(DATA / "header.csv")
    assert np.array_equal(data.x, x)
    assert np.array_equal(data.y, y)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_anscombes_sets_share_their_summary(number):
    """Anscombe 1973: means 9.0 and 7.5, Sxx 110, slope 0.5, intercept 3, r squared 0.667."""
    data = read_dataset(DATA / "anscombe.csv", x=f"x{number}", y=f"y{number}")
    assert data.x.size == 11
    assert data.x.mean() == 9.0
    assert data.y.mean() == pytest.approx(7.50, abs=0.005)
    assert data.x.var(ddof=1) == 11.0
    assert data.y.var(ddof=1) == pytest.approx(4.125, abs=0.005)
    assert np.corrcoef(data.x, data.y)[0, 1] == pytest.approx(0.816, abs=0.001)
    slope, intercept = line(data)
    assert slope == pytest.approx(0.500, abs=0.0005)
    assert intercept == pytest.approx(3.00, abs=0.005)


def test_hubbles_line():
    data = read_dataset(DATA / "hubble1929.csv", x="distance [Mpc]", y="velocity [km/s]")
    assert data.x.size == 24
    slope, intercept = line(data)
    assert slope == pytest.approx(454.16, abs=0.005)
    assert intercept == pytest.approx(-40.78, abs=0.005)
    assert data.x @ data.y / (data.x @ data.x) == pytest.approx(423.94, abs=0.005)


def test_hubbles_solution_with_the_motion_of_the_sun():
    """Hubble 1929: K = 465 +- 50, X = -65 +- 50, Y = 226 +- 95, Z = -195 +- 40, 24 objects."""
    table = [
        nebula | place
        for nebula, place in zip(
            rows("hubble1929.csv"), rows("hubble1929_positions.csv"), strict=True
        )
        if nebula["object"] == place["object"]
    ]
    assert len(table) == 24

    def column(name: str) -> np.ndarray:
        return np.array([float(row[name]) for row in table])

    ra, dec = np.radians(column("right ascension [deg]")), np.radians(column("declination [deg]"))
    terms = np.column_stack(
        [
            column("distance [Mpc]"),
            np.cos(ra) * np.cos(dec),
            np.sin(ra) * np.cos(dec),
            np.sin(dec),
        ]
    )
    recession, *sun = np.linalg.lstsq(terms, column("velocity [km/s]"))[0]
    assert recession == pytest.approx(465, abs=0.5)
    # today's positions and equinox are not quite Hubble's
    assert sun == pytest.approx([-65, 226, -195], abs=10)


def test_the_lead_counts_say_that_they_are_reconstructed():
    first = (DATA / "attenuation_lead.csv").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# RECONSTRUCTED")


def test_the_lead_counts_give_the_published_attenuation():
    used = [row for row in rows("attenuation_lead.csv") if row["in_published_fit"] == "1"]
    rates = np.array([float(row["counts"]) / float(row["live_time_s"]) for row in used])
    assert rates == pytest.approx([float(row["rate_cps"]) for row in used])
    thickness = np.array([float(row["thickness_mm"]) for row in used])
    slope, _ = line(Dataset(thickness, np.log(rates)))
    assert round(-slope, 3) == 0.572
    assert round(np.log(2) / -slope, 2) == 1.21
    assert round(11.35 * round(np.log(2) / -slope, 2) / 10, 2) == 1.37


def test_the_edges_of_lead():
    """L3, L2, L1 and K, where absorption jumps up and energies stand twice."""
    table = rows("lead_mu.csv")
    energy = np.array([float(row["energy_keV"]) for row in table])
    total = np.array([float(row["mu_rho_total"]) for row in table])
    without = np.array([float(row["mu_rho_without_coherent"]) for row in table])
    edge = np.flatnonzero(np.diff(energy) == 0)
    assert energy[edge].tolist() == [13.0352, 15.2, 15.8608, 88.0045]
    assert np.all(np.diff(energy) >= 0)
    assert np.all(total[edge + 1] > total[edge])
    assert (total[edge[-1]], total[edge[-1] + 1]) == (1.910, 7.683)
    assert np.all(without < total)


def test_the_lines_of_indium_111():
    """Two strong gamma lines, at 171 and 245 keV."""
    lines = {
        round(float(row["energy_keV"])): float(row["intensity_pct"])
        for row in rows("gamma_lines.csv")
        if row["nuclide"] == "In-111" and row["type"] == "g"
    }
    assert lines == {171: 90.61, 245: 94.12}


def test_nineteen_nuclides_have_lines():
    assert len({row["nuclide"] for row in rows("gamma_lines.csv")}) == 19


def test_the_flats_are_what_their_seed_gives():
    rng = np.random.default_rng(20211148)
    distance = rng.uniform(0.5, 9.5, 26).round(1)
    area = (38 + 4.6 * distance + rng.normal(0, 13, 26)).round(0)
    rent = (330 + 11 * area - 42 * distance + rng.normal(0, 48, 26)).round(0)
    columns = ("area_m2", "distance_km", "rent_eur")
    table = [[float(row[name]) for name in columns] for row in rows("flats.csv")]
    assert np.array_equal(table, np.column_stack([area, distance, rent]))


def test_the_leaning_cloud_is_what_its_seed_gives():
    rng = np.random.default_rng(20211130)
    along, across = rng.normal(0, 1.55, 22), rng.normal(0, 0.72, 22)
    t = np.deg2rad(62)
    turn = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])
    points = (np.stack([along, across], axis=1) @ turn.T + [5, 4]).round(2)
    table = [[float(row[name]) for name in ("x", "y")] for row in rows("leaning.csv")]
    assert np.array_equal(table, points)
