"""Views that people keep of a list: its columns, filter, order and search."""
