"""/api/public/contracts: a customer reads and signs; no session, no cookie: the link is the key."""

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse
from ninja import Router

from chezhan.modules.contracts import schemas, signing

router = Router(tags=["public"])


@router.get("/{token}", response=schemas.CustomerContractOut, auth=None, operation_id="read_customer_contract")
def read_customer_contract(request: HttpRequest, token: str):
    return signing.read_contract(token=token, address=get_client_ip(request) or "")


@router.get("/{token}/paper.pdf", auth=None, operation_id="read_customer_contract_paper")
def read_customer_contract_paper(request: HttpRequest, token: str):
    """The signed PDF where there is one, else the one to be signed."""
    content = signing.read_paper(token=token, address=get_client_ip(request) or "")
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="contract.pdf"'
    response["Cache-Control"] = "no-store"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


@router.post("/{token}/sign", response=schemas.CustomerContractOut, auth=None, operation_id="sign_customer_contract")
def sign_customer_contract(request: HttpRequest, token: str, body: schemas.ContractSignatureIn):
    """Of the file whose hash was shown, and of no other. Signed twice, the first counts."""
    return signing.sign(
        token=token, address=get_client_ip(request) or "", name=body.name, picture=body.picture, read=body.read
    )
