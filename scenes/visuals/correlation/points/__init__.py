"""Points that wander in a chart, with their line, their numbers and the lengths of r."""
