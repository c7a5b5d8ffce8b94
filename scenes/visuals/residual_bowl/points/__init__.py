"""The points and their line: the chart, how they come to it, and the numbers below it."""
