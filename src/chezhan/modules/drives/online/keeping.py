"""Open the page to customers, change what it says, switch it off."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.kernel import clock
from chezhan.modules.drives.models import DrivePage
from chezhan.modules.drives.online.refusals import BookingClosed, PageChanged
from tenants.links import new_token

BRING = "请携带本人有效驾驶证原件，提前 10 分钟到店。"


@cache
def usual_terms() -> str:
    return (Path(__file__).parent / "terms.txt").read_text().strip()


def path_of(page: DrivePage) -> str:
    return f"/t/{page.token}"


def get_drive_page(*, actor: Actor) -> DrivePage | None:
    """Raises Forbidden."""
    require_designer(actor=actor)
    return DrivePage.objects.first()


def open_drive_page(*, actor: Actor) -> DrivePage:
    """With a new address and the usual terms, or the present one switched on. Raises Forbidden."""
    require_designer(actor=actor, writes=True)
    page = DrivePage.objects.select_for_update().first()
    if page is None:
        page = DrivePage(token=new_token(actor.in_store), terms=usual_terms(), bring=BRING)
    page.enabled = True
    return _save(actor, page)


def change_drive_page(*, actor: Actor, version: int, values: Mapping[str, Any]) -> DrivePage:
    """`renew`: another address, so that the old one leads nowhere. Raises Forbidden, BookingClosed, PageChanged."""
    require_designer(actor=actor, writes=True)
    page = DrivePage.objects.select_for_update().first()
    if page is None:
        raise BookingClosed
    if page.version != version:
        raise PageChanged(params={"version": page.version})
    for name, value in values.items():
        if name == "renew":
            page.token = new_token(actor.in_store) if value else page.token
        else:
            setattr(page, name, value)
    return _save(actor, page)


def _save(actor: Actor, page: DrivePage) -> DrivePage:
    page.version += 1
    page.changed_at, page.changed_by = clock.now(), actor.person_id
    page.save()
    return page
