"""Visuals are made without a session."""

import pytest


@pytest.fixture(autouse=True)
def _apart(typeset_apart: None) -> None:
    pass
