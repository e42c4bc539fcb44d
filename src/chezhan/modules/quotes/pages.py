"""/q/<token>: a quote as its customer sees it on any telephone. Plain HTML; the link is the key."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import Context, Template
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from chezhan.catalogue.particulars.services import read_particulars
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import AppError
from chezhan.modules.quotes import answering
from chezhan.modules.quotes.entities import KINDS, WAYS
from chezhan.modules.quotes.models import Quote
from chezhan.modules.quotes.opening import open_quote, store_named
from chezhan.modules.quotes.queries import lines_of, sums_of
from tenants.context import tenant_context

WORDS = {option.value: option.label for option in KINDS}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page says of a quote. `lines`: kind, name, quantity and amount of each, in words. `open`: it can
    still be answered. `answered`: when it was.
    """

    store: str
    address: str
    phone: str
    number: str
    revision: int
    car: str
    color: str
    guide_price: str
    until: str
    over: bool
    state: str
    open: bool
    answered: str
    objection: str
    lines: list[dict[str, str]]
    total: str
    terms: str
    plan: list[tuple[str, str]]


# The link is the key, and no session is asked.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def quote_page(request: HttpRequest, token: str) -> HttpResponse:
    asked = request.GET.get("lang") or request.headers.get("Accept-Language", "zh")
    language = "en" if asked.lower().startswith("en") else "zh"
    given = {name: request.POST.get(name, "") for name in ("answer", "name", "words")}
    refused = _taken(request, token, given) if request.method == "POST" else None
    if request.method == "POST" and refused is None:
        response: HttpResponse = HttpResponseRedirect(f"{request.path}?lang={language}")
        response.status_code = 303
    else:
        response = _shown(token, get_client_ip(request) or "", language, refused, given)
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _taken(request: HttpRequest, token: str, given: dict[str, str]) -> AppError | None:
    address = get_client_ip(request) or ""
    try:
        if given["answer"] == "query":
            answering.query(token=token, address=address, words=given["words"], name=given["name"])
        else:
            answering.agree(token=token, address=address, name=given["name"])
    except AppError as error:
        return error
    return None


def _shown(token: str, address: str, language: str, refused: AppError | None, given: dict[str, str]) -> HttpResponse:
    """The quote, with what was refused above it where it is still there to be read."""
    told, over = None, refused
    try:
        told = read_quote(token=token, address=address, language=language)
    except AppError as error:
        over = error
    words = {"told": told, "en": language == "en", "refused": refused, "given": given, "why": over.code if over else ""}
    return HttpResponse(_template().render(Context(words)), status=over.status if over else 200)


def read_quote(*, token: str, address: str, language: str) -> Shown:
    """Raises NoSuchQuote, QuoteReplaced, QuoteWithdrawn, TooFast."""
    store = store_named(token=token, address=address)
    with tenant_context(store):
        quote, particulars = open_quote(token=token), read_particulars()
        lines = lines_of(quote_id=quote.id)
        total = sums_of(ids=[quote.id])[quote.id].total
        trim = quote.trim
        answerable = quote.status in (Quote.Status.SENT, Quote.Status.QUERIED)
        over = answerable and quote.valid_until is not None and quote.valid_until < clock.today()
        return Shown(
            store=store.name,
            address=particulars.address,
            phone=particulars.phone,
            number=quote.number,
            revision=quote.revision,
            car=f"{trim.series.brand.name} {trim.in_full}",
            color=quote.color,
            guide_price=yuan(quote.guide_price),
            until=str(quote.valid_until or ""),
            over=over,
            state=quote.status,
            open=answerable and not over,
            answered=f"{quote.answered_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" if quote.answered_at else "",
            objection=quote.objection if quote.status == Quote.Status.QUERIED else "",
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
