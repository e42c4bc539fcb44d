"""What strangers may ask: a code for a forgotten password, and the development outbox."""

from django.http import HttpRequest
from ninja import Router, Schema, Status

from chezhan.headquarters.account.contracts import SentMessage
from chezhan.headquarters.account.delivery.outbox import latest
from chezhan.headquarters.account.recovery import ask_for_code, set_password_by_code
from chezhan.kernel import clock

router = Router()


class CodeRequest(Schema):
    phone: str


class NewPassword(Schema):
    code: str
    password: str


@router.post("recovery", response={204: None}, auth=None, operation_id="ask_for_recovery_code")
def ask(request: HttpRequest, body: CodeRequest):
    """Text a code to the phone of an account. The answer is the same where there is no such account."""
    ask_for_code(request=request, phone=body.phone, now=clock.now())
    return Status(204, None)


@router.post("recovery/confirm", response={204: None}, auth=None, operation_id="set_password_by_code")
def confirm(request: HttpRequest, body: NewPassword):
    set_password_by_code(request=request, code=body.code, password=body.password, now=clock.now())
    return Status(204, None)


@router.get("outbox", response=list[SentMessage], auth=None, operation_id="read_outbox")
def outbox(request: HttpRequest):
    return latest()
