"""What the people of a store look after: regions, models, sources of leads."""
