"""The subject in one text: on paper, and as a page in which what is said to move can be moved."""
