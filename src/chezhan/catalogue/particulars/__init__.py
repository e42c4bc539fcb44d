"""What a store is called in law, where it is, and how it is reached: for letterheads and for customers."""
