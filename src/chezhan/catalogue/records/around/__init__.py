"""What happened around a record: the records that are about it and what modules bring, with its own changes."""
