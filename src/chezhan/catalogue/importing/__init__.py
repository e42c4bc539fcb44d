"""Files of rows brought into a store: read, understood, tried, written, taken back."""
