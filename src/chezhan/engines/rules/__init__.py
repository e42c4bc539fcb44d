"""Rules: when something happens to a record, and it meets conditions, then something is done. See docs/developers."""
