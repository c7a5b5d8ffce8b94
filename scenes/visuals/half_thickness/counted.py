"""A count as a sentence has it: a small one in letters."""

FROM_TWO = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


def counted(number: int) -> str:
    """Return the number of some things, which are more than one."""
    return FROM_TWO[number - 2] if number < len(FROM_TWO) + 2 else str(number)
