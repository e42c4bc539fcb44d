"""How an error leaves the product."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from chezhan.kernel.errors import AppError


def error_response(request: HttpRequest, error: AppError) -> HttpResponse:
    body = {
        "code": error.code,
        "message": error.message,
        "params": error.params,
        "request_id": getattr(request, "request_id", ""),
    }
    if error.fields:
        body["fields"] = error.fields
    return JsonResponse({"error": body}, status=error.status)
