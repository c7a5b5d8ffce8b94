"""What stands on the bowl or runs down it: balls, and the bars below them."""
