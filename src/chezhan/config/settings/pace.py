"""How often a store's API may be asked; 0 is no limit."""

from chezhan.config.settings import environment as env

# Requests a minute.
RATE_PER_PERSON = env.number("CHEZHAN_RATE_PER_PERSON", 1200)
RATE_PER_TOKEN = env.number("CHEZHAN_RATE_PER_TOKEN", 600)
# Masked values that one person may have shown whole, in one store.
REVEALS_PER_HOUR = env.number("CHEZHAN_REVEALS_PER_HOUR", 60)
REVEALS_PER_DAY = env.number("CHEZHAN_REVEALS_PER_DAY", 300)
# What strangers do with public forms, by network address: pages looked at and answers asked for, and posts of one form.
PUBLIC_LOOKS_PER_MINUTE = env.number("CHEZHAN_PUBLIC_LOOKS_PER_MINUTE", 120)
PUBLIC_POSTS_PER_HOUR = env.number("CHEZHAN_PUBLIC_POSTS_PER_HOUR", 10)
PUBLIC_POSTS_PER_DAY = env.number("CHEZHAN_PUBLIC_POSTS_PER_DAY", 30)
