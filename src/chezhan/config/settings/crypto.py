"""The master keys under which every store's key rests. Without one nothing is sealed or opened."""

from django.core.exceptions import ImproperlyConfigured

from chezhan.config.settings import environment as env
from chezhan.config.settings.base import DEBUG, DEV_OUTBOX
from chezhan.kernel.crypto.masters import read_masters

try:
    # The first one wraps, all of them open: a new one goes first, `chezhan prepare` rewraps, the old one may go.
    MASTER_KEYS = read_masters(env.words("CHEZHAN_MASTER_KEY"))
except ValueError as error:
    raise ImproperlyConfigured(f"CHEZHAN_MASTER_KEY: {error}") from None
if not MASTER_KEYS and not (DEBUG or DEV_OUTBOX):
    raise ImproperlyConfigured(
        "Set CHEZHAN_MASTER_KEY to 32 random bytes in base64 (openssl rand -base64 32) and keep a copy elsewhere: "
        "without it the sealed data of every store is lost."
    )
