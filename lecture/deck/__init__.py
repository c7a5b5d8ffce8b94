"""The films as a lecture: one page, a window for who speaks, and paper."""
