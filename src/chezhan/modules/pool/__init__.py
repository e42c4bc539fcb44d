"""The public pool: leads that are nobody's, picked one by one, with a daily cap and a cool-down."""
