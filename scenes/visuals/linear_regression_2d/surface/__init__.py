"""All lines at once: a sheet on which every dot is a line, and what stands on it."""
