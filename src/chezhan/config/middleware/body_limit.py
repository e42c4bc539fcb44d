"""Refuse a body that is too large before a byte of it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from chezhan.config.errors import error_response
from chezhan.kernel.errors import AppError

OTHER_BODIES = 5 * 1024 * 1024
FILES = "/api/store/files"


class BodyTooLarge(AppError):
    code = "body_too_large"
    status = 413
    message = "The file is too large; split it and send the parts."


class LengthRequired(AppError):
    code = "length_required"
    status = 411
    message = "Send the length of the body (Content-Length)."


class BodyLimitMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        limit = _limit(request.path)
        if "chunked" in request.headers.get("Transfer-Encoding", "").lower():
            return error_response(request, LengthRequired())
        if int(request.META.get("CONTENT_LENGTH") or 0) > limit:
            return error_response(request, BodyTooLarge(params={"limit_mb": limit // 1024 // 1024}))
        return self.get_response(request)


def _limit(path: str) -> int:
    if path == FILES:
        # And what stands around a file in a form.
        return settings.FILE_MAX_BYTES + OTHER_BODIES
    return settings.IMPORT_MAX_BYTES if path.endswith("/imports") else OTHER_BODIES
