"""What levels draw against one number of the line: parabolas, stacked to one on the mark."""
