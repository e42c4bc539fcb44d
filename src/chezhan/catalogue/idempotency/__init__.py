"""One request, one effect: a POST that is sent again with its key is answered as the first was."""
