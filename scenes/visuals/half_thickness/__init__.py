"""The parts of HalfThickness that no other film uses."""
