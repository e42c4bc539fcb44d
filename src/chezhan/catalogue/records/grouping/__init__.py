"""Records counted and added up by a field, and told which of them meet a condition: what boards and groups stand on."""
