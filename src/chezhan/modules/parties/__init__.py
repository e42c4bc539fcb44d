"""People and companies that a store deals with."""
