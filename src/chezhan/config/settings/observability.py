"""Logs, error reports, metrics."""
