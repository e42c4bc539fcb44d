"""Settings of the test suite: the product's own, with a Valkey database for each worker and a quick hash."""

import os
from urllib.parse import urlsplit, urlunsplit

os.environ.setdefault("CHEZHAN_DEV_OUTBOX", "1")
worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
if "REDIS_URL" in os.environ:
    # Never number 0, which a running product uses.
    os.environ["REDIS_URL"] = urlunsplit(urlsplit(os.environ["REDIS_URL"])._replace(path=f"/{1 + worker}"))

from chezhan.config.settings import *  # noqa: E402, F403

# A slow hash protects people's passwords; the cast of the tests has none worth protecting.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
