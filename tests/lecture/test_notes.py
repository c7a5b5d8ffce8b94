"""What is spoken: a note for every step of every film, and for nothing else."""

import json
import re

import pytest

from lecture.films import LECTURE, NOTES, read_notes
from tests.scenes.films import FILMS
from tests.scenes.rehearsal import Watched

WATCHED = {name: Watched(name, lambda film: None) for name in FILMS}  # noqa: ARG005


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in FILMS]
)
def test_the_notes_of_a_film_are_those_of_its_steps(name):
    said = read_notes(name, [step for step, _ in WATCHED[name].film.steps])
    assert all(said["steps"].values())


def test_every_film_has_notes_and_no_other_has():
    assert sorted(path.stem for path in NOTES.glob("*")) == FILMS
    assert sorted(LECTURE) == FILMS


@pytest.mark.parametrize("name", FILMS)
def test_a_note_is_two_to_four_sentences_that_can_be_spoken(name):
    said = json.loads((NOTES / f"{name}.json").read_text(encoding="utf-8"))
    assert said["title"]
    assert said["question"].endswith("?")
    for step, note in said["steps"].items():
        assert 2 <= len(re.findall(r"[.?!](?: |$)", note)) <= 4, step
        assert not re.search(r"[_$=^]|ε", note), f"{step}: signs cannot be spoken"
        assert not re.search(r"\d[.,]\d", note), f"{step}: would be wrong of a user's table"


def test_a_note_that_is_missing_or_left_over_is_named(tmp_path):
    notes = {"title": "A", "question": "", "steps": {"one": "Said.", "gone": "Said."}}
    (tmp_path / "A.json").write_text(json.dumps(notes))
    with pytest.raises(
        ValueError,
        match=r"A.json in lecture/notes: no note for 'two'; a note for what is no step: 'gone'",
    ):
        read_notes("A", ["one", "two"], tmp_path)
    with pytest.raises(ValueError, match=r"the film's order is 'gone', 'one'"):
        read_notes("A", ["gone", "one"], tmp_path)


def test_a_film_without_notes_has_its_name_for_a_title(tmp_path):
    assert read_notes("TwoWords", ["one"], tmp_path) == {
        "title": "Two Words",
        "question": "",
        "steps": {"one": ""},
    }
