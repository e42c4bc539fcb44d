"""/q/<token>: a quote as its customer sees it on any telephone. Plain HTML; the link is the key."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path

from allauth.core.internal.httpkit import get_client_ip
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.views.decorators.http import require_safe

from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.kernel.pace import keep_pace
from chezhan.modules.quotes.entities import KINDS, WAYS
from chezhan.modules.quotes.models import Quote
from chezhan.modules.quotes.queries import lines_of, sent_quote, sums_of
from chezhan.modules.quotes.refusals import NoSuchQuote
from tenants.context import tenant_context
from tenants.links import store_of

WORDS = {option.value: option.label for option in KINDS}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page says of a quote. `lines`: kind, name, quantity and amount of each, in words."""

    store: str
    number: str
    revision: int
    car: str
    color: str
    guide_price: str
    until: str
    over: bool
    lines: list[dict[str, str]]
    total: str
    terms: str
    plan: list[tuple[str, str]]


@require_safe
def quote_page(request: HttpRequest, token: str) -> HttpResponse:
    asked = request.GET.get("lang") or request.headers.get("Accept-Language", "zh")
    language = "en" if asked.lower().startswith("en") else "zh"
    try:
        told: Shown | None = read_quote(token=token, address=get_client_ip(request) or "", language=language)
        status = 200
    except AppError as error:
        told, status = None, error.status
    response = HttpResponse(_template().render(Context({"told": told, "en": language == "en"})), status=status)
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def read_quote(*, token: str, address: str, language: str) -> Shown:
    """Raises NoSuchQuote, TooFast."""
    keep_pace(name=f"quote-look:{sha256(address.encode()).hexdigest()[:16]}", limit=settings.PUBLIC_LOOKS_PER_MINUTE)
    store = store_of(token)
    if store is None:
        raise NoSuchQuote
    with tenant_context(store):
        quote = sent_quote(token=token)
        if quote is None:
            raise NoSuchQuote
        lines = lines_of(quote_id=quote.id)
        total = sums_of(ids=[quote.id])[quote.id].total
        trim = quote.trim
        return Shown(
            store=store.name,
            number=quote.number,
            revision=quote.revision,
            car=f"{trim.series.brand.name} {trim.in_full}",
            color=quote.color,
            guide_price=yuan(quote.guide_price),
            until=str(quote.valid_until or ""),
            over=quote.valid_until is not None and quote.valid_until < clock.today(),
            lines=[
                {
                    "kind": WORDS[one.kind].as_json()[language],
                    "name": one.name,
                    "note": one.note,
                    "quantity": f"× {one.quantity}" if one.quantity > 1 else "",
                    "amount": ("Gift" if language == "en" else "赠送") if one.kind == "gift" else yuan(one.amount),
                }
                for one in lines
            ],
            total=yuan(total),
            terms=quote.terms,
            plan=plan_of(quote, language),
        )


def plan_of(quote: Quote, language: str) -> list[tuple[str, str]]:
    """What the way to pay says, in words; nothing where all is paid at once."""
    if quote.pay_by == "cash" or quote.monthly is None:
        return []
    way = next(one.label for one in WAYS if one.value == quote.pay_by).as_json()[language]
    english = language == "en"
    months = f"{quote.months} months" if english else f"{quote.months} 期"
    told = [
        ("Paid by" if english else "付款方式", f"{way}, {months}" if english else f"{way}，{months}"),
        ("Down payment" if english else "首付", yuan(quote.down_payment or Decimal(0))),
        ("By the month, about" if english else "月供约", yuan(quote.monthly)),
    ]
    if quote.last_payment:
        told.append(("Last payment" if english else "尾款", yuan(quote.last_payment)))
    return told


def yuan(value: Decimal | None) -> str:
    if value is None:
        return ""
    return f"−¥{-value:,.2f}" if value < 0 else f"¥{value:,.2f}"


@cache
def _template() -> Template:
    return Template((Path(__file__).parent / "quote.html").read_text())
