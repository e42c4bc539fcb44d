"""A saved view as one viewer may have it: what it names and they may not see is not there."""

from dataclasses import dataclass
from uuid import UUID

from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.finding.conditions import search_for
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.ordering import keys_of
from chezhan.catalogue.records.saved.layouts import Layout, layout_seen
from chezhan.catalogue.records.saved.models import SavedView
from chezhan.catalogue.records.talk.tags import tagged
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError


@dataclass(frozen=True, slots=True)
class Shown:
    """`applicable`: False when the filter can't be applied for this viewer, and is then not told either."""

    id: UUID
    entity: str
    name: str
    name_en: str
    columns: list[str]
    filter: str
    sort: str
    q: str
    tags: str
    shared: bool
    own: bool
    position: int
    version: int
    applicable: bool
    kind: str
    layout: Layout


def shown_to(*, view: View, saved: SavedView, person_id: UUID) -> Shown:
    applicable = _understood(view, saved.filter)
    return Shown(
        id=saved.id,
        entity=saved.entity,
        name=saved.name,
        name_en=saved.name_en,
        columns=[name for name in saved.columns if _seen(view, name)],
        filter=saved.filter if applicable else "",
        sort=",".join(part for part in saved.sort.split(",") if part and _sortable(view, part)),
        q=saved.q,
        tags=saved.tags,
        shared=saved.shared,
        own=saved.owner == person_id,
        position=saved.position,
        version=saved.version,
        applicable=applicable,
        kind=saved.kind,
        layout=layout_seen(view=view, layout=Layout.model_validate(saved.layout)),
    )


def check_content(*, view: View, columns: list[str], filter_json: str, sort: str, q: str, tags: str) -> None:
    """Raises what a list with these would refuse."""
    for name in columns:
        view.sight(name)
    compile_filter(text=filter_json, today=clock.today(), view=view)
    keys_of(view=view, sort=sort)
    search_for(view=view, text=q)
    tagged(entity=view.entity.name, tags=tags)


def _seen(view: View, name: str) -> bool:
    try:
        view.sight(name)
    except UnknownField:
        return False
    return True


def _sortable(view: View, part: str) -> bool:
    try:
        keys_of(view=view, sort=part)
    except AppError:
        return False
    return True


def _understood(view: View, filter_json: str) -> bool:
    try:
        compile_filter(text=filter_json, today=clock.today(), view=view)
    except AppError:
        return False
    return True
