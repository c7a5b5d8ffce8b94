"""The lead laboratory: from counts behind absorbers to half thickness, energy and nuclide."""
