"""One fit or test a file: lines, planes, curves, distances, correlation."""
