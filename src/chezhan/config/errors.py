"""How an error leaves the product."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views import defaults

from chezhan.kernel.errors import AppError, NotFound

TOO_MANY = 429
API = "/api/"


class UnreadableBody(AppError):
    code = "unreadable_body"
    message = "The request's body is not JSON in UTF-8; see the API's description."


class ServerFault(AppError):
    code = "server_error"
    status = 500
    message = "The server failed; it has been reported. Try again later, and quote the request's id if it goes on."


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
    if error.status == TOO_MANY and "seconds" in error.params:
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
    """Programs and the app read which request it was; anybody else a plain page."""
    return error_response(request, ServerFault()) if request.path.startswith(API) else defaults.server_error(request)
