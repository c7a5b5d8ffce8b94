"""How films are made: planned, split into pieces, drawn by several processes, joined."""
