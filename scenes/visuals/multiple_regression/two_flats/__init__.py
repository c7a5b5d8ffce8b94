"""Two flats of one rent: rings about them, what more area is worth, two ways between them."""
