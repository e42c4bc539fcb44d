"""Writes through the gate: what a person may write, cleaned, checked and told of."""
