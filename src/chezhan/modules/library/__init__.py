"""The model library: brands, series and trims, what they cost by the maker, and when they are due for service."""
