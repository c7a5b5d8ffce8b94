"""What a film is asked to show reaches it, whoever starts it."""

from pathlib import Path

import pytest

from core.tables.dataset import Dataset, read_dataset
from scenes import settings as settings_module
from scenes.able import refusal
from scenes.command import film_parser, settings_of
from scenes.settings import FilmSettings
from tests.core.tables.text.workbooks import xlsx

RUNS = {
    "run 1": [["t", "h"], [0, 1], [1, 3], [2, 4]],
    "run 2": [["t", "h"], [0, 9], [1, 7], [2, 6]],
}


def test_it_is_the_same_in_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = FilmSettings("light", Path("my.xlsx"), "t", "h", "run 2", words=False)
    for settings in (chosen, FilmSettings()):
        for name, text in settings.to_environment().items():
            monkeypatch.setenv(name, text)
        assert FilmSettings.from_environment() == settings


def test_a_sheet_of_a_workbook_is_what_a_film_shows(tmp_path: Path) -> None:
    table = tmp_path / "my.xlsx"
    table.write_bytes(xlsx(RUNS))
    options = film_parser("a film", None, quality="l")
    first = settings_of(options.parse_args(["Film", "--data", str(table)]))
    second = settings_of(options.parse_args(["Film", "--data", str(table), "--sheet", "run 2"]))
    assert first.dataset().y.tolist() == [1, 3, 4]
    assert second.dataset().y.tolist() == [9, 7, 6]


def test_a_table_is_read_once_in_a_process_and_again_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def reading(path: Path, *columns: str | None) -> Dataset:
        read.append(path)
        return read_dataset(path, *columns)

    monkeypatch.setattr(settings_module, "read_dataset", reading)
    table = tmp_path / "my.csv"
    table.write_text("t,v\n1,2\n2,3\n3,5\n")
    settings = FilmSettings(data=table)
    assert [refusal(film, settings) for film in ("LinearRegression2D", "ResidualBowl")] == ["", ""]
    assert settings.dataset().y.tolist() == [2, 3, 5]
    assert read == [table]
    table.write_text("t,v\n1,2\n2,3\n3,50\n")
    assert settings.dataset().y.tolist() == [2, 3, 50]
    assert len(read) == 2
