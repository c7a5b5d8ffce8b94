"""What is written: the five sums, epsilon, and the way from it to the best line."""
