"""What films are put together from: small pictures with one setter each, words, numbers."""
