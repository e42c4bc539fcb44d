"""What Prometheus is told of each request: django_prometheus' own figures, those that are looked at, in one look."""

import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django_prometheus.middleware import Metrics

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "OPTIONS", "CONNECT", "PATCH"})
UNNAMED = "<unnamed view>"


class RequestMetricsMiddleware:
    """Answers by view, method and status; how long each took, all other middleware included; exceptions."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        method = request.method if request.method in METHODS else "<invalid method>"
        answers, seconds = _figures(_view(request), method, str(response.status_code))
        answers.inc()
        seconds.observe(time.perf_counter() - began)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        metrics = Metrics.get_instance()
        metrics.exceptions_by_type.labels(type=type(exception).__name__).inc()
        metrics.exceptions_by_view.labels(view=_view(request)).inc()


def _view(request: HttpRequest) -> str:
    return (request.resolver_match.view_name if request.resolver_match else "") or UNNAMED


@lru_cache(maxsize=4096)
def _figures(view: str, method: str, status: str) -> tuple[Any, Any]:
    metrics = Metrics.get_instance()
    return (
        metrics.responses_by_status_view_method.labels(status=status, view=view, method=method),
        metrics.requests_latency_by_view_method.labels(view=view, method=method),
    )
