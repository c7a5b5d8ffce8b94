"""The letters of the pages: a subset of New Computer Modern, which the films use too."""
