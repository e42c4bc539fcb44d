"""Addresses: the API, allauth's browser client, health, the platform's admin, and the app for all else."""

from django.urls import include, path, re_path

from chezhan.config.api import api
from chezhan.config.observability.health import healthz, metrics, readyz
from chezhan.config.spa import app
from chezhan.headquarters.admin import platform

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
    path("api/", api.urls),
    path("_allauth/", include("allauth.headless.urls")),
    path("platform/", platform.urls),
    re_path(r"^(?!api/|_allauth/|platform/|static/|assets/|metrics).*$", app),
]
