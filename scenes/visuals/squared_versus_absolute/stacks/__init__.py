"""What pulls at a line as stacks of arrows, up beside down, and what is read off beside them."""
