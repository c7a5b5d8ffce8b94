"""The parts of LinearRegression2D that no other film uses."""
