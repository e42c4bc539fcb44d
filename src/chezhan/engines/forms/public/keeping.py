"""Open a form to the public, change how, close it; and what came in."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.audit.services import record_read
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.engines.forms.drafts import get_form
from chezhan.engines.forms.layout import read_layout
from chezhan.engines.forms.models import Form, FormPost, FormVersion, PublicForm
from chezhan.engines.forms.public.opening import FILLABLE, open_form
from chezhan.engines.forms.public.posting import PAYLOAD, enter
from chezhan.engines.forms.public.refusals import NotForStrangers, NotPublished, NotTaken, PublicFormChanged
from chezhan.engines.forms.published import CREATE
from chezhan.engines.forms.refusals import UnknownForm
from chezhan.engines.forms.runtime import sees
from chezhan.kernel import clock
from chezhan.kernel.crypto import SealBroken, unseal
from tenants.keys import key_here
from tenants.links import new_token

PAGE = 50
MASK = "****"


@dataclass(frozen=True, slots=True)
class Post:
    """`values`: what was sent, of fields that the asker does not read a mask; None once it was erased."""

    id: UUID
    at: dt.datetime
    outcome: str
    reasons: Mapping[str, str]
    record_id: UUID | None
    values: Mapping[str, Any] | None


def get_public(*, actor: Actor, form_id: UUID) -> PublicForm | None:
    """Raises Forbidden, UnknownForm."""
    form = get_form(actor=actor, form_id=form_id)
    return PublicForm.objects.filter(form=form).first()


def open_to_public(*, actor: Actor, form_id: UUID) -> PublicForm:
    """With a new address, or the present one switched on. Raises NotPublished, NotForStrangers."""
    form = get_form(actor=actor, form_id=form_id, lock=True)
    _require_fit(actor, form)
    found = PublicForm.objects.filter(form=form).first() or PublicForm(form=form, token=new_token(actor.in_store))
    found.enabled = True
    return _save(actor, found)


def change_public(*, actor: Actor, form_id: UUID, version: int, values: Mapping[str, Any]) -> PublicForm:
    """`values`: enabled, ends_at, title, intro, thanks, color, owner, sites, per_hour, per_day; `renew`: another
    address, so that the old one leads nowhere. Raises UnknownForm, PublicFormChanged.
    """
    get_form(actor=actor, form_id=form_id, lock=True)
    found = PublicForm.objects.select_for_update().filter(form_id=form_id).first()
    if found is None:
        raise UnknownForm
    if found.version != version:
        raise PublicFormChanged
    for name, value in values.items():
        if name == "renew":
            found.token = new_token(actor.in_store) if value else found.token
        else:
            setattr(found, name, value)
    return _save(actor, found)


def list_posts(*, actor: Actor, form_id: UUID, before: UUID | None) -> list[Post]:
    """The latest first. What was sent is shown as far as the asker reads such fields on every record they see."""
    form = get_form(actor=actor, form_id=form_id)
    rows = FormPost.objects.filter(public__form=form).order_by("-at", "-id")
    if before is not None:
        edge = FormPost.objects.filter(public__form=form, id=before).first()
        if edge is not None:
            rows = rows.filter(Q(at__lt=edge.at) | Q(at=edge.at, id__lt=edge.id))
    posts = list(rows[:PAGE])
    readable = _readable(actor, form)
    found = [_post(one, readable) for one in posts]
    looked = [one.id for one in found if one.values]
    if looked and readable:
        record_read(entity="form_post", record_ids=looked, fields=["payload"])
    return found


def try_again(*, actor: Actor, form_id: UUID, post_id: UUID) -> UUID:
    """A post that was refused, or that nothing came of, is entered now. Raises what entering it raises."""
    form = get_form(actor=actor, form_id=form_id, lock=True)
    post = FormPost.objects.select_for_update().filter(public__form=form, id=post_id).first()
    if post is None:
        raise UnknownForm
    sent = _sent(post)
    if post.outcome == FormPost.Outcome.CREATED or sent is None:
        raise NotTaken
    opened = open_form(token=PublicForm.objects.get(form=form).token, store=actor.in_store)
    return enter(store=actor.in_store, opened=opened, post_id=post.id, values=sent.get("values", {}))


def _require_fit(actor: Actor, form: Form) -> None:
    version = FormVersion.objects.filter(form=form, number=form.published).first() if form.published else None
    if version is None or (version.purposes and CREATE not in version.purposes):
        raise NotPublished
    entity = of_store(actor.in_store).entity_named(form.entity)
    for _, _, part in read_layout(version.layout).fields():
        field = entity.fields.get(part.field)
        if field and field.type.name not in FILLABLE and not field.fixed and (part.required or field.required):
            raise NotForStrangers(params={"label": field.label.en, "label_zh": field.label.zh})


def _save(actor: Actor, public: PublicForm) -> PublicForm:
    public.version += 1
    public.changed_at, public.changed_by = clock.now(), actor.person_id
    public.save()
    return public


def _readable(actor: Actor, form: Form) -> frozenset[str]:
    viewer = viewer_of(actor)
    view = View(viewer, viewer.target(form.entity))
    if not view.lens.open:
        return frozenset()
    names = (name for name in view.entity.fields if sees(view, name))
    return frozenset(name for name in names if view.granted(name, Right.READ).always)


def _post(post: FormPost, readable: frozenset[str]) -> Post:
    sent = _sent(post)
    values = None
    if sent is not None:
        values = {name: value if name in readable else MASK for name, value in sent.get("values", {}).items()}
    return Post(post.id, post.at, post.outcome, post.reasons, post.record_id, values)


def _sent(post: FormPost) -> dict[str, Any] | None:
    if post.payload is None:
        return None
    try:
        found: dict[str, Any] = orjson.loads(unseal(key=key_here(), purpose=PAYLOAD, sealed=bytes(post.payload)))
    except SealBroken:
        return None
    return found
