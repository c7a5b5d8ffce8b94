"""Nuclides as a picture writes them."""


def isotope_label(name: str) -> str:
    """Return a nuclide's name with its mass raised.

    >>> isotope_label("In-111"), isotope_label("Tc-99m")
    ('$^{\\\\mathrm{111}}$In', '$^{\\\\mathrm{99m}}$Tc')
    """
    element, mass = name.split("-")
    return rf"$^{{\mathrm{{{mass}}}}}${element}"
