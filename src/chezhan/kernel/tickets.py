"""Signed word of when a page was asked for, so that a post without one, or an old one, is told apart."""

from django.core import signing

from chezhan.kernel import clock


def new_ticket(*, token: str, purpose: str) -> str:
    return signing.dumps({"token": token, "at": clock.now().timestamp()}, salt=purpose)


def age_of(ticket: str, *, token: str, purpose: str) -> float | None:
    """Seconds since it was given out; None for one that is not of this page."""
    try:
        told = signing.loads(ticket, salt=purpose)
        age = clock.now().timestamp() - float(told["at"])
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return None
    return age if told.get("token") == token else None
