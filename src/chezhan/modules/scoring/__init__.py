"""How promising a lead is, by points that the store gives for what is known of it and what it did."""
