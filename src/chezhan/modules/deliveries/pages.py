"""/d/<token>: how far the customer's car is, on any telephone. Plain HTML; the link is the key."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from allauth.core.internal.httpkit import get_client_ip
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.views.decorators.http import require_safe

from chezhan.catalogue.labels import Label
from chezhan.catalogue.particulars.services import read_particulars
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import AppError
from chezhan.kernel.pace import keep_pace
from chezhan.modules.deliveries.entities import PROGRESS, PROMISE_STATUSES, STATUSES, STREAM_LABELS
from chezhan.modules.deliveries.models import Delivery, Promise
from chezhan.modules.deliveries.refusals import DeliveryLinkOver
from tenants.context import tenant_context
from tenants.links import store_of

# Each choice's own: what is open of a step has not begun, of a promise is still to be kept.
STATE, STEP, PROMISE = ({one.value: one.label for one in some} for some in (STATUSES, PROGRESS, PROMISE_STATUSES))
PROMISE["open"] = Label("待兑现", "To be kept")


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    state: str
    word: str


@dataclass(frozen=True, slots=True)
class Shown:
    """`steps`: the streams that are needed. `promises`: what was promised and how it stands."""

    store: str
    address: str
    phone: str
    car: str
    state: str
    planned: str
    steps: list[Step]
    promises: list[Step]
    done: int

    @property
    def begun(self) -> bool:
        return any(one.state != "open" for one in self.steps)


@require_safe
def progress_page(request: HttpRequest, token: str) -> HttpResponse:
    asked = request.GET.get("lang") or request.headers.get("Accept-Language", "zh")
    language = "en" if asked.lower().startswith("en") else "zh"
    try:
        told: Shown | None = read_progress(token=token, address=get_client_ip(request) or "", language=language)
        status = 200
    except AppError as error:
        told, status = None, error.status
    response = HttpResponse(_template().render(Context({"told": told, "en": language == "en"})), status=status)
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def read_progress(*, token: str, address: str, language: str) -> Shown:
    """Raises DeliveryLinkOver, TooFast."""
    named = sha256(address.encode()).hexdigest()[:16]
    keep_pace(name=f"delivery-look:{named}", limit=settings.PUBLIC_LOOKS_PER_MINUTE)
    store = store_of(token)
    if store is None:
        raise DeliveryLinkOver
    with tenant_context(store):
        rows = Delivery.objects.select_related("order").exclude(status="cancelled")
        delivery = rows.filter(token=token).first()
        if delivery is None:
            raise DeliveryLinkOver
        order = delivery.order
        steps = [
            Step(label.as_json()[language], state, STEP[state].as_json()[language])
            for name, label in STREAM_LABELS.items()
            if (state := getattr(delivery, name)) != "not_needed"
        ]
        promises = [
            Step(one.what, one.status, PROMISE[one.status].as_json()[language])
            for one in Promise.objects.filter(order_id=order.id).order_by("created_at")[:50]
        ]
        planned, particulars = delivery.planned_at, read_particulars()
        return Shown(
            store=store.name,
            address=particulars.address,
            phone=particulars.phone,
            car=f"{order.brand} {order.series}".strip(),
            state=STATE[delivery.status].as_json()[language],
            planned=f"{planned.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" if planned else "",
            steps=steps,
            promises=promises,
            done=sum(one.state == "done" for one in steps),
        )


@cache
def _template() -> Template:
    return Template((Path(__file__).parent / "progress.html").read_text())
