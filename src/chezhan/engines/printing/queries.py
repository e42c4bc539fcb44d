"""What designers see of templates, and what everybody may print with."""

from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.texts.wording import MANNER_OF, kind_of
from chezhan.catalogue.types import CHOICE, LINK
from chezhan.engines.printing.checking import problems_of
from chezhan.engines.printing.filling import Filling
from chezhan.engines.printing.layout import layout_as_json, read_layout
from chezhan.engines.printing.models import PrintTemplate
from chezhan.engines.printing.reaching import belonging, cells_of, printable, sub_table
from chezhan.engines.printing.reading import first_record
from chezhan.engines.printing.services import get_template, view_of
from chezhan.engines.printing.starting import OWN, own_name
from chezhan.engines.printing.typesetting import set_pictures
from tenants.lookup import people_of_store


def list_offered(*, actor: Actor, entity: str) -> list[dict[str, Any]]:
    """What records of the kind can be printed with: its own paper, then the store's templates by name.

    Raises UnknownEntity, Forbidden.
    """
    view = view_of(actor=actor, entity=entity)
    own = [{"id": OWN, "name": own_name(view, actor.language)}] if view.entity.paper else []
    rows = PrintTemplate.objects.filter(entity=view.entity.name, retired=False).exclude(kept=None).order_by("name")
    return own + [{"id": row.id, "name": row.name} for row in rows]


def list_templates(*, actor: Actor, entity: str) -> list[dict[str, Any]]:
    """All of a kind, retired ones last."""
    require_designer(actor=actor)
    view = view_of(actor=actor, entity=entity)
    rows = PrintTemplate.objects.filter(entity=view.entity.name).order_by("retired", "name")
    names = dict(people_of_store(store=actor.in_store))
    return [_head(row, names) for row in rows]


def read_template(*, actor: Actor, template_id: UUID) -> dict[str, Any]:
    row = get_template(actor=actor, template_id=template_id)
    view = view_of(actor=actor, entity=row.entity)
    layout = read_layout(row.layout)
    return _head(row, dict(people_of_store(store=actor.in_store))) | {
        "layout": layout_as_json(layout),
        "problems": [asdict(one) for one in problems_of(view=view, layout=layout)],
    }


def read_places(*, actor: Actor, entity: str) -> dict[str, Any]:
    """What can be put into a template: fields, those beyond links, sub-tables and the records that belong."""
    require_designer(actor=actor)
    view = view_of(actor=actor, entity=entity)
    tables = [sight for sight in view.sights() if sub_table(view, sight.field.name)]
    return {
        "groups": [
            {"label": view.entity.label.as_json(), "places": _places(view, "")},
            *(
                {"label": sight.field.label.as_json(), "places": _places(view.beyond(sight.field), sight.field.name)}
                for sight in view.sights()
                if sight.field.type is LINK
            ),
        ],
        "tables": [
            *(
                {
                    "source": sight.field.name,
                    "label": sight.field.label.as_json(),
                    "fields": [
                        {"name": one.name, "label": one.label.as_json(), "groups": False} for one in cells_of(sight, ())
                    ],
                }
                for sight in tables
            ),
            *(
                {
                    "source": source,
                    "label": one.view.entity.label_plural.as_json(),
                    "fields": [
                        {
                            "name": sight.field.name,
                            "label": sight.field.label.as_json(),
                            "groups": sight.field.type is CHOICE,
                        }
                        for sight in printable(one.view)
                    ],
                }
                for source, one in belonging(view).items()
            ),
        ],
    }


@dataclass(frozen=True, slots=True)
class Preview:
    """`told`: beside the pictures."""

    document: dict[str, Any]
    told: dict[str, Any]

    def as_pictures(self) -> dict[str, Any]:
        """Takes seconds, and no database. Raises as set_pictures."""
        return set_pictures(self.document) | self.told


def preview_template(*, actor: Actor, entity: str, layout: Any, record_id: UUID | None) -> Preview:
    """The first pages, of this record, else of the first that the designer sees, else of none."""
    require_designer(actor=actor)
    view = view_of(actor=actor, entity=entity)
    read = read_layout(layout)
    filling = Filling(actor=actor, view=view, layout=read, name=view.entity.label.as_json()["zh"])
    shown = record_id or first_record(view=view, person_id=actor.person_id)
    document = filling.document([shown]) if shown else filling.sample()
    problems = problems_of(view=view, layout=read)
    return Preview(document, {"problems": [asdict(one) for one in problems], "record_id": shown})


def _places(view: View, prefix: str) -> list[dict[str, Any]]:
    return [
        {
            "path": f"{prefix}.{sight.field.name}" if prefix else sight.field.name,
            "label": sight.field.label.as_json(),
            "manners": [name for name, kinds in MANNER_OF.items() if kind_of(sight.field) in kinds],
        }
        for sight in printable(view)
    ]


def _head(row: PrintTemplate, names: dict[UUID, str]) -> dict[str, Any]:
    return {
        "id": row.id,
        "entity": row.entity,
        "name": row.name,
        "draft_version": row.draft_version,
        "kept": row.kept is not None,
        "kept_at": row.kept_at,
        "changed": row.kept != row.layout,
        "retired": row.retired,
        "changed_at": row.changed_at,
        "changed_by": names.get(row.changed_by, ""),
    }
