"""One line for each request: what was asked by route (never by address: those hold keys), answered how, how fast."""

import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

QUIET = ("/healthz", "/readyz", "/metrics")
logger = structlog.get_logger("chezhan.request")


class AccessLogMiddleware:
    """Stands right within RequestIdMiddleware, so that the line carries what the request came to be bound to."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        if request.path not in QUIET:
            logger.info(
                "request",
                method=request.method,
                route=request.resolver_match.route if request.resolver_match else "",
                status=response.status_code,
                ms=round((time.perf_counter() - began) * 1000, 1),
            )
        return response
