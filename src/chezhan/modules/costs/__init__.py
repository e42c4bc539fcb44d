"""What channels and campaigns cost, and what came of it."""
