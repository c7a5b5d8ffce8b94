"""The long steps of the film: what happens on its stage, and what is said of it."""
