"""How messages leave: a file for each provider, with the request, the answer and the report as it documents them."""
