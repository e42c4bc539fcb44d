from django.apps import AppConfig


class PoolConfig(AppConfig):
    """What the pool keeps beside the leads in it: see `leads` for its verbs."""

    name = "chezhan.modules.pool"
    label = "pool"
