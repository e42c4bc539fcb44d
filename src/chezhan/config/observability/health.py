"""For load balancers and monitoring: does the process live, can it serve, and how is it doing."""

import ipaddress

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from django_prometheus.exports import ExportToDjangoView
from redis import RedisError

from tenants.context import public_context


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers at all; asks nothing of others."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when PostgreSQL and Valkey answer, else 503 naming the one that does not."""
    state = {"database": _database_answers(), "cache": _cache_answers()}
    return JsonResponse(state, status=200 if all(state.values()) else 503)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus' text, for this machine or with the token of CHEZHAN_METRICS_TOKEN; 404 to anybody else."""
    if not (_is_local(request) or _has_token(request)):
        return HttpResponse(status=404)
    return ExportToDjangoView(request)


def _database_answers() -> bool:
    try:
        with public_context(), connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM installation")
    except DatabaseError:
        return False
    return True


def _cache_answers() -> bool:
    try:
        cache.get("cz1:ready")
    except (RedisError, OSError):
        return False
    return True


def _is_local(request: HttpRequest) -> bool:
    """Through a proxy everybody seems local: a forwarded request never is."""
    if "X-Forwarded-For" in request.headers:
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _has_token(request: HttpRequest) -> bool:
    token = settings.METRICS_TOKEN
    return bool(token) and constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {token}")
