"""One file per film; the visuals that films share live in files without scenes."""
