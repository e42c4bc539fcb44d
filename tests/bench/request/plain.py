"""Orders served by plain Django: one schema, one role, no policies; session and person cached as ours are.

The same middleware but for ours that opens the scope; a transaction a request; the same columns and the same count.
"""

from collections.abc import Callable
from uuid import UUID

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils.crypto import constant_time_compare

from chezhan.catalogue.registry import entity_named
from chezhan.modules.sales.models import SalesOrder
from tests.bench.request import people

ALIAS = "plain"
PAGE = 50


class CachedPersonMiddleware:
    """The person of the session, from the cache; a stranger is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = cache.get(people.key(UUID(request.session[SESSION_KEY])))
        if person is None or not constant_time_compare(request.session[HASH_SESSION_KEY], person.auth_hash):
            return HttpResponse(status=401)
        request.urlconf = __name__
        return self.get_response(request)


def _columns(*, listed: bool) -> dict[str, F]:
    """The columns that our answer has, under other names where a name is taken."""
    fields = [field for field in entity_named("sales_order").fields.values() if field.in_list or not listed]
    return {f"c_{field.name}": F((field.path or field.name).replace(".", "__")) for field in fields}


LISTED, WHOLE = _columns(listed=True), _columns(listed=False)


@transaction.atomic(using=ALIAS)
def orders(request: HttpRequest) -> HttpResponse:
    found = SalesOrder.objects.using(ALIAS)
    page = found.order_by("-ordered_on", "-id").values("id", **LISTED)[: PAGE + 1]
    return JsonResponse({"rows": list(page)[:PAGE], "count": found.count()})


@transaction.atomic(using=ALIAS)
def order(request: HttpRequest, id: UUID) -> HttpResponse:
    row = SalesOrder.objects.using(ALIAS).filter(id=id).values("id", **WHOLE).first()
    if row is None:
        raise Http404
    return JsonResponse({"record": row, "related": []})


urlpatterns = [path("orders", orders), path("orders/<uuid:id>", order)]
