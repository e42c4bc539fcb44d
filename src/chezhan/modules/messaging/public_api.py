"""/api/public/messages: what providers report. No session: the token, and what the provider signs, are the key."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from chezhan.modules.messaging.channels.registry import Report
from chezhan.modules.messaging.receiving import take_report

router = Router(tags=["public"])


@router.get("/{token}", auth=None, operation_id="prove_message_reports")
def prove(request: HttpRequest, token: str):
    """A provider asks whether somebody is here, and signs it."""
    return _answer(request, token)


@router.post("/{token}", auth=None, operation_id="take_message_reports")
def take(request: HttpRequest, token: str):
    return _answer(request, token)


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    headers = {name.lower(): value for name, value in request.headers.items()}
    report = Report(request.method or "", headers, request.GET.dict(), request.body)
    told = take_report(token=token, report=report)
    return HttpResponse(told.answer, content_type=told.content_type)
