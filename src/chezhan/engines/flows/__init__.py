"""Flows: drawn graphs that people and the product walk through together, one for each record."""
