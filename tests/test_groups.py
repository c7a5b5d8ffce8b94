"""Tests that share what is dear to make run in one process, one after another."""

import os

import pytest
from xdist.scheduler.loadgroup import LoadGroupScheduling


@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="there is one process")
@pytest.mark.xdist_group("of this test")
def test_a_group_is_known_by_its_name(request: pytest.FixtureRequest) -> None:
    assert LoadGroupScheduling._split_scope(None, request.node.nodeid) == "of this test"
