"""Formulas against a store's design: what they may name, what they answer, and what a change would break."""
