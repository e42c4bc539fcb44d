"""Import of sales files for a whole group: read, understood, tried, written store by store, taken back."""
