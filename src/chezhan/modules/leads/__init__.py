"""Leads: who might buy a car, and what was said to them, until they do or do not."""
