"""Racers for what is there but once: the last car, the free hour of a demo car and of an advisor."""
