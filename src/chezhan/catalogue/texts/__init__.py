"""Texts with places for fields of records: what a place leads to before one viewer, and how a value is worded."""
