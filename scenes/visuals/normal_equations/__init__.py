"""The parts of NormalEquations that no other film uses."""
