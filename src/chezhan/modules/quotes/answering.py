"""What a customer answers to a quote, on the page that its link opens: it is accepted, or something is not right."""

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings

from chezhan.access.by_link import link_actor
from chezhan.access.rights import Right
from chezhan.access.scopes import Scope
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.notices.telling import News, tell
from chezhan.catalogue.records.verbs.doing import do
from chezhan.catalogue.records.writes.refusals import RowsRefused
from chezhan.catalogue.verb import Doer
from chezhan.kernel import clock
from chezhan.kernel.pace import HOUR, keep_pace
from chezhan.modules.leads.models import Lead
from chezhan.modules.quotes.models import Quote
from chezhan.modules.quotes.opening import open_quote, store_named
from chezhan.modules.quotes.refusals import AnswerUnfit, QuoteAnswered, QuoteOver
from tenants.acting import acting_as
from tenants.context import tenant_context

ENTITY = "quote"
ANSWERS = Scope(entities=((ENTITY, Right.WRITE),))


def agree(*, token: str, address: str, name: str) -> None:
    """Pressed twice, it counts once. Raises as _answer does."""
    _answer(token, address, verb="agree", values={"answered_by": name.strip()})


def query(*, token: str, address: str, words: str, name: str) -> None:
    """`words`: what is not right. Raises as _answer does."""
    _answer(token, address, verb="query", values={"objection": words.strip(), "answered_by": name.strip()})


def note_agreement(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Raises QuoteOver."""
    _note(doer, drafts, kind="quote_agreed")


def note_objection(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Raises QuoteOver."""
    _note(doer, drafts, kind="quote_queried")


def check_day(quote: Draft) -> None:
    """Raises QuoteOver."""
    until = quote.value("valid_until")
    if until is not None and until < clock.today():
        raise QuoteOver(params={"until": str(until)})


def _answer(token: str, address: str, *, verb: str, values: Mapping[str, str]) -> None:
    """Raises NoSuchQuote, QuoteReplaced, QuoteWithdrawn, QuoteOver, QuoteAnswered, AnswerUnfit, TooFast."""
    store = store_named(token=token, address=address)
    keep_pace(name=f"quote-answer:{token}", limit=settings.PUBLIC_POSTS_PER_HOUR, window=HOUR)
    with tenant_context(store):
        quote_id = open_quote(token=token).id
    with acting_as(quote_id, reason="quote_link"), tenant_context(store):
        # Two presses at once, or the store's own hand, wait for each other here.
        Quote.objects.select_for_update().get(id=quote_id)
        quote = open_quote(token=token)
        if quote.status in (Quote.Status.AGREED, Quote.Status.ACCEPTED):
            if verb == "agree":
                return
            raise QuoteAnswered
        actor = link_actor(id_=quote_id, store=store, scope=ANSWERS)
        try:
            do(actor=actor, entity=ENTITY, verb=verb, ids=[quote_id], values=values)
        except RowsRefused as error:
            raise AnswerUnfit(params={"field": error.params["rows"][0]["field"]}) from None


def _note(doer: Doer, drafts: Mapping[UUID, Draft], *, kind: str) -> None:
    for quote in drafts.values():
        check_day(quote)
        quote.wanted["answered_at"] = doer.now
    tell(
        [
            News(person_id=advisor, kind=kind, entity=ENTITY, record_id=quote.id, key=_key(kind, quote, doer))
            for quote in drafts.values()
            if (advisor := _advisor(quote)) is not None
        ]
    )


def _advisor(quote: Draft) -> UUID | None:
    """Whose quote it is, else whose lead."""
    owner: UUID | None = quote.value("owner")
    if owner is None and quote.value("lead_id"):
        owner = Lead.objects.values_list("owner", flat=True).get(id=quote.value("lead_id"))
    return owner


def _key(kind: str, quote: Draft, doer: Doer) -> str:
    return f"{kind}:{quote.id}:{doer.now.isoformat()}"
