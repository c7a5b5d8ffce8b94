"""What figure scripts are put together from."""
