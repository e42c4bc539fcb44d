"""What happened to one record, as far as the asker may see it."""
