"""The parts of GeometricFit that no other film uses."""
