"""The link by which a customer ends messages of a kind. It names the store and a secret of its message, no more."""

from django.conf import settings


def stop_link(token: str) -> str:
    return f"{settings.PUBLIC_URL}/u/{token}"
