"""The demo group: an invented Chinese dealer group with two years of history.

`history.generate_group` makes it (pure, seeded, no Django); `loader.load_group` puts it into a
running Chezhan through the product's own services.
"""
