"""The parts of Correlation that no other film uses."""
