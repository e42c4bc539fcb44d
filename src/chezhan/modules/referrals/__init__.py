"""Customers who bring a friend: who brought whom, what it came to, and what they were given for it."""
