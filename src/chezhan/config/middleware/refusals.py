"""Refusals raised in views that are not our API's (sign-in, the platform) leave as our errors do."""

from collections.abc import Callable

from allauth.core.exceptions import RateLimited
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from chezhan.config.errors import error_response
from chezhan.headquarters.account.errors import Throttled
from chezhan.kernel.errors import AppError


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, RateLimited):
            error = Throttled()
        if not isinstance(error, AppError):
            return None
        if connection.in_atomic_block:
            transaction.set_rollback(True)
        return error_response(request, error)
