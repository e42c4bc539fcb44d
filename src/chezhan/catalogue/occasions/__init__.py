"""When something is to be done: by what happens to a record, by a date that comes near, by the clock."""
