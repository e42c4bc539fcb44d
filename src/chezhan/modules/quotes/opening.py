"""A quote by its link, and how often it may be asked for."""

from hashlib import sha256

from django.conf import settings

from chezhan.kernel.pace import keep_pace
from chezhan.modules.quotes.models import Quote
from chezhan.modules.quotes.queries import quote_of
from chezhan.modules.quotes.refusals import NoSuchQuote, QuoteReplaced, QuoteWithdrawn
from tenants.directory import StoreRef
from tenants.links import store_of

SHOWN = (Quote.Status.SENT, Quote.Status.AGREED, Quote.Status.QUERIED, Quote.Status.ACCEPTED)


def store_named(*, token: str, address: str) -> StoreRef:
    """Raises NoSuchQuote, TooFast."""
    keep_pace(name=f"quote-look:{sha256(address.encode()).hexdigest()[:16]}", limit=settings.PUBLIC_LOOKS_PER_MINUTE)
    store = store_of(token)
    if store is None:
        raise NoSuchQuote
    return store


def open_quote(*, token: str) -> Quote:
    """In the store's transaction. Raises NoSuchQuote, QuoteReplaced, QuoteWithdrawn."""
    quote = quote_of(token=token)
    if quote is None:
        raise NoSuchQuote
    if quote.status == Quote.Status.SUPERSEDED:
        raise QuoteReplaced
    if quote.status not in SHOWN:
        raise QuoteWithdrawn
    return quote
