"""The plain peer of the request bench: the same records served by Django without tenants and policies."""
