"""Print records: read in the request's transaction, set when it is closed; the audit tells of it record by record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.audit.services import record_print
from chezhan.catalogue.records.looking import View
from chezhan.engines.printing.filling import Filling
from chezhan.engines.printing.layout import Layout, read_layout
from chezhan.engines.printing.models import PrintTemplate
from chezhan.engines.printing.refusals import NothingToPrint, UnknownTemplate
from chezhan.engines.printing.services import view_of
from chezhan.engines.printing.starting import OWN, own_layout, own_name, whole_layout
from chezhan.engines.printing.typesetting import set_pdf
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import Forbidden
from tenants.context import tenant_context
from tenants.directory import StoreRef

AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Printed:
    """What was read to be printed. `name`: of the file; nothing of the records is in it. `told`: what the audit will
    say of the paper, once there is one.
    """

    store: StoreRef
    document: dict[str, Any]
    name: str
    told: dict[str, Any]

    def as_pdf(self) -> bytes:
        """Takes seconds: call with no scope open. Raises NoChineseFont, NotPrinted, PrintBusy."""
        made = set_pdf(self.document)
        with tenant_context(self.store):
            record_print(**self.told)
        return made


def print_records(
    *, actor: Actor, entity: str, record_ids: Sequence[UUID], template_id: UUID | str | None = None
) -> Printed:
    """By the store's template or the kind's OWN paper, else as a sheet of all that the actor sees. In the order asked,
    each once.

    Raises UnknownEntity, Forbidden (also for who looks as somebody else), UnknownTemplate, NothingToPrint,
    UnknownRecord.
    """
    view = view_of(actor=actor, entity=entity)
    if actor.viewed_by is not None:
        raise Forbidden(params={"permission": view.entity.read_permission})
    ids = list(dict.fromkeys(record_ids))
    if not 0 < len(ids) <= AT_ONCE:
        raise NothingToPrint(params={"limit": AT_ONCE})
    name, layout = _chosen(actor, view, template_id)
    filling = Filling(actor=actor, view=view, layout=layout, name=name)
    document = filling.document(ids)
    own = [one.sight.field.name for one in filling.reached.values() if not one.view.prefix]
    told = {"entity": view.entity.model._meta.db_table, "record_ids": ids, "fields": own, "template": name}
    now = clock.now().astimezone(SHANGHAI)
    return Printed(actor.in_store, document, f"{name}-{now:%Y%m%d-%H%M}.pdf", told)


def _chosen(actor: Actor, view: View, template_id: UUID | str | None) -> tuple[str, Layout]:
    language = "en" if actor.language == "en" else "zh"
    if template_id is None:
        return view.entity.label.as_json()[language], whole_layout(view=view, language=language)
    if template_id == OWN and view.entity.paper:
        return own_name(view, language), own_layout(view=view, language=language)
    if template_id == OWN:
        raise UnknownTemplate
    rows = PrintTemplate.objects.filter(id=template_id, entity=view.entity.name, retired=False)
    found = rows.exclude(kept=None).first()
    if found is None:
        raise UnknownTemplate
    return found.name, read_layout(found.kept)
