"""Contracts of sale: drawn up from an order as a file that stays, read and signed by the customer."""
