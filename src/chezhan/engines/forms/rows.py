"""Tables of other records in a form: what a viewer sees of one, and what is wrong with one."""

from collections.abc import Iterator

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.whole import Catalogue
from chezhan.engines.forms.compiler import Problem
from chezhan.engines.forms.layout import Layout, RowsPart
from chezhan.engines.forms.needed import needed_of
from chezhan.engines.forms.runtime import sees


def leads_here(part: RowsPart, entity: Entity) -> bool:
    return any((one.entity, one.via) == (part.entity, part.via) for one in entity.related)


def columns_seen(part: RowsPart, view: View) -> list[str]:
    """Nothing where the viewer sees no such records, or not that they lead here."""
    if not leads_here(part, view.entity):
        return []
    there = view.of(part.entity)
    if not there.lens.open or not sees(there, part.via):
        return []
    return [name for name in part.columns if sees(there, name)]


def problems_of_rows(*, layout: Layout, entity: Entity, catalogue: Catalogue) -> Iterator[Problem]:
    for part in layout.rows():
        if not leads_here(part, entity):
            yield Problem("form_rows_lead_elsewhere", part.id)
            continue
        there = catalogue.entity_named(part.entity)
        if "__" in there.fields[part.via].column:
            # Which of the records between them a new one would be of, nobody says.
            yield Problem("form_rows_lead_elsewhere", part.id)
            continue
        known = {name for name, field in there.fields.items() if not field.retired and name != part.via}
        for name in part.columns:
            if name not in known:
                yield Problem("form_unknown_field", part.id, "", {"field": name})
        if not part.columns:
            yield Problem("form_rows_empty", part.id)
        elif not part.read_only:
            for field in needed_of(there):
                if field.name not in (*part.columns, part.via):
                    label = {"field": field.name, "label": field.label.en, "label_zh": field.label.zh}
                    yield Problem("form_rows_required_missing", part.id, "", label)
