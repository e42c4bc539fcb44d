"""What happened to records, handed on to whoever asked for it: at least once, a record's events in their order."""
