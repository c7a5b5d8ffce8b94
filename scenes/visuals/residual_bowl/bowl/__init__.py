"""How high squares stand over the map: one makes a trough, all together the bowl."""
