"""Addresses: the API, allauth's browser client, health, the platform's admin, and the app for all else."""

from django.urls import include, path, re_path

from chezhan.config.api import api
from chezhan.config.errors import no_such_address
from chezhan.config.observability.health import healthz, metrics, readyz
from chezhan.config.spa import app, customer_page, public_page
from chezhan.headquarters.admin import platform
from chezhan.modules.deliveries.pages import progress_page
from chezhan.modules.messaging.pages import ending
from chezhan.modules.quotes.pages import quote_page

# Most asked first, since Django tries one after the other; no other address begins so.
RECORDS = "store/records/"
_operations, _app, _space = api.urls
_operations = sorted(_operations, key=lambda one: not str(one.pattern).startswith(RECORDS))

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
    path("api/", (_operations, _app, _space)),
    re_path("^api/", no_such_address),
    path("_allauth/", include("allauth.headless.urls")),
    path("platform/", platform.urls),
    path("p/<str:token>", public_page),
    path("t/<str:token>", customer_page),
    path("a/<str:token>", customer_page),
    path("c/<str:token>", customer_page),
    path("u/<str:token>", ending),
    path("q/<str:token>", quote_page),
    path("d/<str:token>", progress_page),
    re_path(r"^(?!api/|_allauth/|platform/|static/|assets/|metrics).*$", app),
]

handler400 = "chezhan.config.errors.bad_request"
handler500 = "chezhan.config.errors.server_fault"
