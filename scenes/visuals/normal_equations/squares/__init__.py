"""What a move of the line does to squares: it adds or takes arms, and a corner."""
