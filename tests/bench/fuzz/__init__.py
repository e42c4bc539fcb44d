"""Requests that nobody foresaw."""
