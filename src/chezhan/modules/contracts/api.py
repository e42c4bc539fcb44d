"""/api/public/contracts: a customer reads and signs; no session, no cookie: the link is the key.
/api/public/contract-signing: what a signing service fetches and answers.
/api/store/design/signing-service: which it is.
"""

from uuid import UUID

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse
from ninja import Router

from chezhan.access import ActorRequest
from chezhan.modules.contracts import answers, schemas, services, signing

router = Router(tags=["public"])
answering = Router(tags=["public"])
design = Router(tags=["contracts"])


@router.get("/{token}", response=schemas.CustomerContractOut, auth=None, operation_id="read_customer_contract")
def read_customer_contract(request: HttpRequest, token: str):
    return signing.read_contract(token=token, address=get_client_ip(request) or "")


@router.get("/{token}/paper.pdf", auth=None, operation_id="read_customer_contract_paper")
def read_customer_contract_paper(request: HttpRequest, token: str):
    """The signed PDF where there is one, else the one to be signed."""
    return _pdf(signing.read_paper(token=token, address=get_client_ip(request) or ""))


def _pdf(content: bytes) -> HttpResponse:
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


@answering.post("/{token}", response=schemas.SigningAnswerOut, auth=None, operation_id="take_signing_answer")
def take_signing_answer(request: HttpRequest, token: str):
    """JSON, signed as Standard Webhooks has it under the webhook's secret. Kept before anything is done; sent again, it
    counts once.
    """
    headers = {name.lower(): value for name, value in request.headers.items()}
    address = get_client_ip(request) or ""
    return {"outcome": answers.take_answer(token=token, address=address, headers=headers, body=request.body)}


@answering.get("/{token}/files/{contract_id}", auth=None, operation_id="read_contract_to_sign")
def read_contract_to_sign(request: HttpRequest, token: str, contract_id: UUID, ticket: str):
    """The PDF that is to be signed, for a day after it was asked for."""
    address = get_client_ip(request) or ""
    return _pdf(answers.read_file(token=token, address=address, contract_id=contract_id, ticket=ticket))


@design.get("", response=schemas.SigningServiceOut, operation_id="read_signing_service")
def read_signing_service(request: ActorRequest):
    return services.read_service(actor=request.actor)


@design.put("", response=schemas.SigningServiceOut, operation_id="choose_signing_service")
def choose_signing_service(request: ActorRequest, body: schemas.SigningServiceIn):
    """One of the store's webhooks, or none. Contracts that wait for the one before are taken back, and who has them is
    told; refused with `signing_contracts_wait` where there are others than `waiting` says.
    """
    services.choose_service(actor=request.actor, version=body.version, webhook_id=body.webhook, waiting=body.waiting)
    return services.read_service(actor=request.actor)
