"""Test drives: a demo car and an advisor for an hour, nobody else's meanwhile."""
