"""Numbers that people quote: drawn by the database for each store and day, without gaps."""
