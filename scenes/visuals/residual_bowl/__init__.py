"""The parts of ResidualBowl that no other film uses."""
