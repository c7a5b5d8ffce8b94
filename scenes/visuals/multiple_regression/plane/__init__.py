"""The plane as a sheet, the flats on its two sides, and what area alone had missed."""
