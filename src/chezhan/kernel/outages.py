"""What is raised when PostgreSQL or Valkey is away: nobody's fault, and over in a moment."""

from django.db import InterfaceError, OperationalError
from redis import RedisError

OUTAGES = (OperationalError, InterfaceError, RedisError)
