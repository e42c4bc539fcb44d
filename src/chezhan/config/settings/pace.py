"""How many requests a minute to a store's API; 0 is no limit."""

from chezhan.config.settings import environment as env

RATE_PER_PERSON = env.number("CHEZHAN_RATE_PER_PERSON", 1200)
RATE_PER_TOKEN = env.number("CHEZHAN_RATE_PER_TOKEN", 600)
