"""How an error leaves the product."""

import sys
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views import defaults

from chezhan.kernel.errors import AppError, NotFound
from chezhan.kernel.outages import is_away

# With these it is said when to ask again.
LATER = (429, 503)
API, SIGN_IN = "/api/", "/_allauth/"
AGAIN_AFTER = 5


class UnreadableBody(AppError):
    code = "unreadable_body"
    message = (
        "The request's body is not JSON in UTF-8, or holds a character that can't be kept; see the API's description."
    )


class ServerFault(AppError):
    code = "server_error"
    status = 500
    message = "The server failed; it has been reported. Try again later, and quote the request's id if it goes on."


class ServiceAway(AppError):
    """PostgreSQL or Valkey. `seconds`: after which it may be tried again."""

    code = "service_away"
    status = 503
    message = "The service is interrupted for a moment; try again in a few seconds."


def error_response(request: HttpRequest, error: AppError) -> HttpResponse:
    body = {
        "code": error.code,
        "message": error.message,
        "params": error.params,
        "request_id": getattr(request, "request_id", ""),
    }
    if error.fields:
        body["fields"] = error.fields
    response = JsonResponse({"error": body}, status=error.status)
    if error.status in LATER and "seconds" in error.params:
        response["Retry-After"] = str(error.params["seconds"])
    return response


def no_such_address(request: HttpRequest) -> HttpResponse:
    """Programs read the same shape of refusal wherever they ask."""
    return error_response(request, NotFound())


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What Django refuses before the API sees it: a form that is none, a body that is too large."""
    if not request.path.startswith(API):
        return defaults.bad_request(request, exception)
    return error_response(request, UnreadableBody())


def server_fault(request: HttpRequest) -> HttpResponse:
    """Programs and the app read which request it was; anybody else a plain page. Called while the error is handled."""
    if is_away(sys.exc_info()[1]):
        return _away(request)
    return error_response(request, ServerFault()) if request.path.startswith(API) else defaults.server_error(request)


def _away(request: HttpRequest) -> HttpResponse:
    if request.path.startswith((API, SIGN_IN)):
        return error_response(request, ServiceAway(params={"seconds": AGAIN_AFTER}))
    english = request.headers.get("Accept-Language", "zh").lower().startswith("en")
    response = HttpResponse(_page("en" if english else "zh"), status=ServiceAway.status)
    response["Retry-After"] = str(AGAIN_AFTER)
    response["Cache-Control"] = "no-store"
    return response


@cache
def _page(language: str) -> str:
    return (Path(__file__).parent / f"away.{language}.html").read_text()
