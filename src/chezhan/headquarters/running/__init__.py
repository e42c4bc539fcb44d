"""How what stores do by themselves gets on: what waits, what was given up, what is stuck."""
