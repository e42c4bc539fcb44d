"""Cars that belong to customers."""
