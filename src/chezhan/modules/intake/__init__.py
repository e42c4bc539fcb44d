"""Bringing many records in at once: what each chunk did, so that it happens once and can be taken back."""
