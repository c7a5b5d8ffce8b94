"""What any line costs, beside the best one: residuals, distances, level curves."""
