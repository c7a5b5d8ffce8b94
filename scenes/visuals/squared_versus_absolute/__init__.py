"""The parts of SquaredVersusAbsolute that no other film uses."""
