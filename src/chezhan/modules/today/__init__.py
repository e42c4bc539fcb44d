"""Somebody's day: what is theirs to do today, of every kind, in one answer."""
