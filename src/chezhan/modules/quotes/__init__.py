"""Quotes: what a customer is offered, what it costs them in all, and how they could pay."""
