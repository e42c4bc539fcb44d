"""For load balancers and monitoring: does the process live, can it serve, and how is it doing."""

import ipaddress
from collections.abc import Callable
from functools import lru_cache

import structlog
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from django_prometheus.exports import ExportToDjangoView
from psycopg_pool import PoolTimeout
from redis import RedisError

from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store

logger = structlog.get_logger("chezhan.health")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers at all; asks nothing of others."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when public tables (with all migrations), a store and Valkey answer, else 503 naming what does not."""
    state = {
        "database": _answers(_is_migrated),
        "store": _answers(_store_opens),
        "cache": _answers(_cache_is_there),
    }
    return JsonResponse(state, status=200 if all(state.values()) else 503)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus' text, for this machine or with the token of CHEZHAN_METRICS_TOKEN; 404 to anybody else."""
    if not (_is_local(request) or _has_token(request)):
        return HttpResponse(status=404)
    return ExportToDjangoView(request)


def _answers(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (DatabaseError, PoolTimeout, RedisError, OSError) as error:
        logger.error("not_ready", check=check.__name__, error=type(error).__name__)
        return False


@lru_cache(maxsize=1)
def _migrations() -> frozenset[tuple[str, str]]:
    """The last public migrations of this code."""
    public = {config.label for config in apps.get_app_configs() if config.name in settings.SHARED_APPS}
    leaves = MigrationLoader(None).graph.leaf_nodes()
    return frozenset((app, name) for app, name in leaves if app in public)


def _is_migrated() -> bool:
    with public_context(), connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        return _migrations() <= set(cursor.fetchall())


def _store_opens() -> bool:
    """Enter the oldest open store, if there is one."""
    with public_context():
        store = Store.objects.select_related("group").filter(status=Store.Status.ACTIVE).order_by("created_at").first()
    if store is None:
        return True
    with tenant_context(StoreRef.of(store)), connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return cursor.fetchone() == (store.schema_name,)


def _cache_is_there() -> bool:
    cache.get("cz2:ready")
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
