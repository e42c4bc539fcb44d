"""Flows that are under way: tokens are rows, a step of theirs is one transaction, and many at one node go as a set."""
