"""/api/public/forms: what strangers ask for; no session, no cookie. Each call opens the store that the token names.
/api/store/design/forms/…/public: those who open forms to them.
"""

from io import BytesIO
from uuid import UUID

import segno
from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse
from ninja import Router

from chezhan.access import ActorRequest
from chezhan.engines.forms.models import PublicForm
from chezhan.engines.forms.public import keeping, posting, schemas
from chezhan.engines.forms.refusals import UnknownForm

router = Router(tags=["public"])
design = Router(tags=["forms"])
ONE = "/{uuid:form_id}/public"
SHOWN = (
    *("token", "enabled", "ends_at", "title", "intro", "thanks", "color", "owner", "sites"),
    *("per_hour", "per_day", "version"),
)


@router.get("/{token}", response=schemas.PublicPageOut, auth=None, operation_id="read_public_form")
def read_page(request: HttpRequest, token: str):
    return posting.read_page(token=token, address=_address(request))


@router.post("/{token}/state", response=schemas.FormStateOut, auth=None, operation_id="read_public_form_state")
def read_state(request: HttpRequest, token: str, body: schemas.PublicStateIn):
    return posting.read_state(token=token, address=_address(request), values=body.values)


@router.post("/{token}", response=schemas.PublicThanksOut, auth=None, operation_id="send_public_form")
def send(request: HttpRequest, token: str, body: schemas.PublicPostIn):
    thanks = posting.take_post(
        token=token,
        address=_address(request),
        key=body.key,
        ticket=body.ticket,
        trap=body.website,
        values=body.values,
    )
    return {"thanks": thanks}


@design.get(ONE, response=schemas.PublicFormFoundOut, operation_id="get_public_form")
def get_public(request: ActorRequest, form_id: UUID):
    found = keeping.get_public(actor=request.actor, form_id=form_id)
    return {"public": None if found is None else _shown(found)}


@design.post(ONE, response=schemas.PublicFormOut, operation_id="open_public_form")
def open_public(request: ActorRequest, form_id: UUID):
    return _shown(keeping.open_to_public(actor=request.actor, form_id=form_id))


@design.patch(ONE, response=schemas.PublicFormOut, operation_id="change_public_form")
def change_public(request: ActorRequest, form_id: UUID, body: schemas.PublicFormChangeIn):
    values = body.dict(exclude_unset=True)
    version = values.pop("version")
    return _shown(keeping.change_public(actor=request.actor, form_id=form_id, version=version, values=values))


@design.get(f"{ONE}/qr.svg", operation_id="get_public_form_qr")
def get_qr(request: ActorRequest, form_id: UUID):
    """The page's address as a QR code."""
    found = keeping.get_public(actor=request.actor, form_id=form_id)
    if found is None:
        raise UnknownForm
    code = segno.make(request.build_absolute_uri(_path(found)), error="m")
    picture = BytesIO()
    # With its namespace: a browser shows no other as a picture.
    code.save(picture, kind="svg", xmldecl=False, scale=6, border=2)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


@design.get(f"{ONE}/posts", response=list[schemas.FormPostOut], operation_id="list_form_posts")
def list_posts(request: ActorRequest, form_id: UUID, before: UUID | None = None):
    return keeping.list_posts(actor=request.actor, form_id=form_id, before=before)


@design.post(f"{ONE}/posts/{{uuid:post_id}}/enter", response=schemas.FormPostEnteredOut, operation_id="enter_form_post")
def enter_post(request: ActorRequest, form_id: UUID, post_id: UUID):
    return {"record_id": keeping.try_again(actor=request.actor, form_id=form_id, post_id=post_id)}


def _shown(public: PublicForm) -> dict[str, object]:
    return {name: getattr(public, name) for name in SHOWN} | {"path": _path(public)}


def _path(public: PublicForm) -> str:
    return f"/p/{public.token}"


def _address(request: HttpRequest) -> str:
    return get_client_ip(request) or ""
