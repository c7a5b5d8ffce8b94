"""Numbers as people quote them: a value with its standard error, rounded together."""

import math

SIGNIFICANT = 3


def quote(value: float, error: float) -> str:
    """Return the value to three significant digits, with its error to the same decimal.

    An error that would vanish keeps one digit, a large one takes digits away from the value.

    >>> quote(0.57226, 0.0036)
    '0.572 ± 0.004'
    >>> quote(1.2112, 0.0077)
    '1.21 ± 0.01'
    >>> quote(269.95, 0.03), quote(0.61234, 0.2511)
    ('269.95 ± 0.03', '0.61 ± 0.25')
    """
    if not (math.isfinite(value) and math.isfinite(error) and value and error > 0):
        return f"{value:.3g} ± {error:.1g}"
    decimals = SIGNIFICANT - 1 - math.floor(math.log10(abs(value)))
    first_of_error = -math.floor(math.log10(error))
    if round(error, decimals) == 0:
        decimals = first_of_error
    decimals = max(0, min(decimals, first_of_error + 1))
    return f"{value:.{decimals}f} ± {error:.{decimals}f}"
