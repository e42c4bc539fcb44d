"""Give each request an id that errors quote and logs carry."""

from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from chezhan.kernel.ids import new_id


class NumberedRequest(HttpRequest):
    request_id: str


class RequestIdMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: NumberedRequest) -> HttpResponse:
        # Never the caller's own: it would let a stranger write into our logs.
        request.request_id = new_id().hex[-12:]
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request.request_id)
        response = self.get_response(request)
        response["X-Request-Id"] = request.request_id
        return response
