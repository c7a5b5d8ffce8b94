"""Everything as a site: the films, the figures, the lecture, and the HTML to put them elsewhere."""
