"""How an error leaves the product."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from chezhan.kernel.errors import AppError

TOO_MANY = 429


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
