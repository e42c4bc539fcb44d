"""Flows in packs."""

from collections.abc import Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, packs
from chezhan.engines.flows.checking.checks import problems_of
from chezhan.engines.flows.definition.flow import definition_as_json, read_definition
from chezhan.engines.flows.drafts import NAME, create_flow, get_flow, save_draft
from chezhan.engines.flows.models import Flow, FlowVersion
from chezhan.engines.flows.publishing import VERSIONS, publish_flow, switch_flow
from chezhan.engines.flows.refusals import BadFlow, FlowHasProblems, FlowSaysTheSame, UnknownFlow


class Flows(PackPart):
    name = "flow"

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        if not 0 < len(wanted.name) <= NAME:
            raise BadFlow(params={"where": "name"})
        return wanted.name, definition_as_json(read_definition(dict(wanted.body)))

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        rows = Flow.objects.filter(entity=wanted.of, name=wanted.name)
        found = rows.values_list("id", flat=True).first()
        return str(found) if found is not None else None

    def read(self, *, actor: Actor, made: str) -> Held | None:
        try:
            row = get_flow(actor=actor, flow_id=UUID(made))
        except UnknownFlow:
            return None
        version = FlowVersion.objects.filter(flow=row, number=row.published).first() if row.published else None
        return _held(row, version)

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        definition = dict(wanted.body)
        if made is None:
            return str(create_flow(actor=actor, entity=wanted.of, name=wanted.name, definition=definition).id)
        row = get_flow(actor=actor, flow_id=UUID(made))
        values = {"name": wanted.name, "definition": definition}
        save_draft(actor=actor, flow_id=row.id, draft_version=row.draft_version, values=values)
        return made

    def settle(self, *, actor: Actor, made: str, note: str) -> None:
        row = get_flow(actor=actor, flow_id=UUID(made))
        try:
            publish_flow(actor=actor, flow_id=row.id, draft_version=row.draft_version, note=note)
        except FlowSaysTheSame:
            return
        except FlowHasProblems as error:
            found = problems_of(
                actor=actor, flow_id=row.id, entity=row.entity, definition=read_definition(row.definition)
            )
            first = {"problem": found[0].code, "where": found[0].node} if found else {}
            raise FlowHasProblems(params=error.params | first) from error

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        switch_flow(actor=actor, flow_id=UUID(made), on=on)

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        """Those in force, as they are there."""
        require_designer(actor=actor)
        rows = Flow.objects.exclude(published=None).order_by("entity", "name", "id")
        versions = {(one.flow_id, one.number): one for one in FlowVersion.objects.filter(flow__in=rows)}
        return [_held(row, versions.get((row.id, row.published))) for row in rows if row.published]


def _held(row: Flow, version: FlowVersion | None) -> Held:
    shown = version or row
    body = definition_as_json(read_definition(shown.definition))
    settled = version is not None and not VERSIONS.differs(row, version)
    return Held(str(row.id), row.entity, shown.name, body, row.enabled, settled, Label(shown.name, shown.name))


FLOWS = packs(Flows())
