"""The stock peer of the list bench: a django-ninja view that answers model rows through a Pydantic schema."""

from collections.abc import Callable, Sequence
from typing import cast

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections, transaction
from django.http import HttpRequest
from django.test.utils import override_settings
from django.urls import path
from ninja import NinjaAPI
from ninja.orm import create_schema

from chezhan.catalogue.definitions.stores import of_store
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tests.bench.gate import asking

ALIAS = "stock"
PATH = "/customers"
urlpatterns: list = []


def stock_caller(*, store: StoreRef, fields: Sequence[str], rows: int) -> Callable[[], bytes]:
    """call() → a JSON array of the latest `rows` customers; no middleware, no session, no policy, one schema."""
    owner = connections.databases["owner"]
    connections.databases[ALIAS] = {
        **owner,
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": None,
        "OPTIONS": {"options": f"-c search_path={store.schema},public"},
    }
    with tenant_context(store):
        model = of_store(store).entity_named("customer").model
    schema = create_schema(model, fields=["id", *fields])
    api = NinjaAPI(urls_namespace="stock")

    @api.get(PATH, response=list[schema])  # type: ignore[valid-type]
    @transaction.atomic(using=ALIAS)
    def customers(request: HttpRequest):
        return list(model._default_manager.using(ALIAS).order_by("-created_at", "-id")[:rows])

    urlpatterns[:] = [path("", api.urls)]
    with override_settings(MIDDLEWARE=[], ROOT_URLCONF=__name__):
        handler = WSGIHandler()
        call = asking.caller(handler, PATH, headers={})

    def asked() -> bytes:
        with override_settings(ROOT_URLCONF=__name__):
            return cast(bytes, call())

    return asked
