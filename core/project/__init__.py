"""What every command shares: where files are, what was read, how a file is written."""
