"""Car lines on the Chinese market: public names and guide prices, one file per brand family."""
