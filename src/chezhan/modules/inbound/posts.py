"""The log of what came in, for designers: what a post said, as far as they read such fields on every lead."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.audit.services import record_read
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel.errors import AppError
from chezhan.modules.inbound.entering import enter, refuse
from chezhan.modules.inbound.keeping import PAYLOAD, told
from chezhan.modules.inbound.mapping import FIELDS
from chezhan.modules.inbound.models import LeadPost
from chezhan.modules.inbound.refusals import NothingToEnter, UnknownPost

PAGE = 50
NAMES = ("id", "source_id", "at", "outcome", "reasons", "attempts", "next_at", "done_at")
Outcome = LeadPost.Outcome


def list_posts(
    *, actor: Actor, source_id: UUID | None = None, outcome: str = "", before: UUID | None = None
) -> dict[str, Any]:
    """The latest first. Raises Forbidden."""
    require_designer(actor=actor)
    rows = LeadPost.objects.all()
    if source_id is not None:
        rows = rows.filter(source_id=source_id)
    if outcome in Outcome.values:
        rows = rows.filter(outcome=outcome)
    last = LeadPost.objects.filter(id=before).first() if before else None
    if last is not None:
        rows = rows.filter(Q(at__lt=last.at) | Q(at=last.at, id__lt=last.id))
    page = list(rows.order_by("-at", "-id")[: PAGE + 1])
    titles = _titles(actor, page[:PAGE])
    return {"posts": [_line(one, titles) for one in page[:PAGE]], "more": len(page) > PAGE}


def read_post(*, actor: Actor, post_id: UUID) -> dict[str, Any]:
    """`body`: None where the asker may not know all that it says, or it was erased. Raises Forbidden, UnknownPost."""
    require_designer(actor=actor)
    post = _found(post_id)
    body = told(post.payload, column=PAYLOAD) if _may_read(actor) else ""
    if body:
        record_read(entity="lead_post", record_ids=[post.id], fields=["payload"])
    return _line(post, _titles(actor, [post])) | {"body": body or None, "erased": post.payload is None}


def enter_again(*, actor: Actor, post_id: UUID) -> dict[str, Any]:
    """A post of which nothing came is entered now; what it is refused for is put down. Raises Forbidden, UnknownPost,
    NothingToEnter."""
    require_designer(actor=actor, writes=True)
    post = _found(post_id, lock=True)
    if post.outcome in (Outcome.CREATED, Outcome.MERGED) or post.payload is None:
        raise NothingToEnter
    try:
        with transaction.atomic():
            enter(store=actor.in_store, post=post)
    except AppError as error:
        refuse(post_id=post.id, error=error)
    found = _found(post_id)
    return _line(found, _titles(actor, [found]))


def _found(post_id: UUID, *, lock: bool = False) -> LeadPost:
    rows = LeadPost.objects.select_for_update() if lock else LeadPost.objects.all()
    post = rows.filter(id=post_id).first()
    if post is None:
        raise UnknownPost
    return post


def _line(post: LeadPost, titles: Mapping[UUID, str | None]) -> dict[str, Any]:
    seen = post.lead_id if post.lead_id in titles else None
    return {name: getattr(post, name) for name in NAMES} | {
        "lead_id": seen,
        "title": titles.get(seen) if seen else None,
    }


def _titles(actor: Actor, posts: list[LeadPost]) -> Mapping[UUID, str | None]:
    """Of leads that the asker sees."""
    view = _leads(actor)
    if not view.lens.open:
        return {}
    ids = [post.lead_id for post in posts if post.lead_id]
    return titles_of(view=view, rows=view.seen().filter(id__in=ids), person_id=actor.person_id)


def _may_read(actor: Actor) -> bool:
    """A post may say anything of a lead: it is for who reads all of that, on every lead."""
    view = _leads(actor)
    return view.lens.open and all(view.granted(name, Right.READ).always for name in FIELDS)


def _leads(actor: Actor) -> View:
    viewer = viewer_of(actor)
    return View(viewer, viewer.target("lead"))
