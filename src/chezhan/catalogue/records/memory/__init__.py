"""What a person looked at last, and what they starred: of records by their ids alone."""
