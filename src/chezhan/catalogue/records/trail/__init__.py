"""The store's audit before a reader: who did what, as far as the reader may see what it was done to."""
