"""The parts of MultipleRegression that no other film uses."""
