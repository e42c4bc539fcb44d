"""/api/public/leads: what portals, call centres and web forms send. No session: the token, and the signature, are the
key."""

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest
from ninja import Router, Status

from chezhan.modules.inbound.schemas import LeadPostTakenOut
from chezhan.modules.inbound.taking import take_post

router = Router(tags=["public"])


@router.post("/{token}", response={202: LeadPostTakenOut}, auth=None, operation_id="take_lead_post")
def take(request: HttpRequest, token: str):
    """JSON or a form, in the sender's own names. Signed in `X-Chezhan-Signature`: HMAC-SHA256, in hex, of
    `X-Chezhan-Timestamp` (seconds since 1970), a dot, and the body, under the source's secret. Kept when this answers;
    sent again, it is kept once.
    """
    headers = {name.lower(): value for name, value in request.headers.items()}
    address = get_client_ip(request) or ""
    return Status(202, {"id": take_post(token=token, address=address, headers=headers, body=request.body)})
