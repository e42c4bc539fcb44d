"""Two aliases: `default` serves requests under a store's role; `owner` owns every table and runs DDL."""

import dj_database_url

from chezhan.config.settings import environment as env

LOGIN_URL_DEFAULT = "postgres://chezhan_app:chezhan_app@127.0.0.1:5432/chezhan"
OWNER_URL_DEFAULT = "postgres://chezhan_owner:chezhan_owner@127.0.0.1:5432/chezhan"

DATABASES = {
    "default": {
        **dj_database_url.parse(env.text("DATABASE_URL", LOGIN_URL_DEFAULT)),
        "ENGINE": "tenants.postgres",
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "pool": {
                "min_size": env.number("CHEZHAN_POOL_MIN", 1),
                "max_size": env.number("CHEZHAN_POOL_MAX", 8),
                "timeout": 10,
                "max_lifetime": 1800,
            }
        },
        "TEST": {"MIRROR": "owner"},
    },
    "owner": {
        **dj_database_url.parse(env.text("DATABASE_OWNER_URL", OWNER_URL_DEFAULT)),
        "ENGINE": "django_tenants.postgresql_backend",
        "CONN_MAX_AGE": 0,
    },
}

REDIS_URL = env.text("REDIS_URL", "redis://127.0.0.1:6379/0")
CACHES = {"default": {"BACKEND": "chezhan.kernel.valkey.Cache", "LOCATION": REDIS_URL}}
SESSION_ENGINE = "chezhan.config.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 3600
