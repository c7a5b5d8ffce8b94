"""What the nearest line is compared with: a second line, and the upright fit of another sheet."""
