"""Masked values of one record, shown whole on somebody's asking: told in the audit with the reason, a few an hour."""
