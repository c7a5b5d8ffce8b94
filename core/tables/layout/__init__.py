"""Where the columns of a table are, what they are called, and where its rows start."""
