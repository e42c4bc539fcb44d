"""Rules in packs."""

from collections.abc import Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, packs
from chezhan.engines.rules.checking import problems_of
from chezhan.engines.rules.definition import definition_as_json, read_definition
from chezhan.engines.rules.drafts import NAME, create_rule, get_rule, save_draft
from chezhan.engines.rules.models import Rule, RuleVersion
from chezhan.engines.rules.publishing import VERSIONS, publish_rule, switch_rule
from chezhan.engines.rules.refusals import BadRule, NothingNew, RuleHasProblems, UnknownRule


class Rules(PackPart):
    name = "rule"

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        if not 0 < len(wanted.name) <= NAME:
            raise BadRule(params={"where": "name"})
        return wanted.name, definition_as_json(read_definition(dict(wanted.body)))

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        rows = Rule.objects.filter(entity=wanted.of, name=wanted.name)
        found = rows.values_list("id", flat=True).first()
        return str(found) if found is not None else None

    def read(self, *, actor: Actor, made: str) -> Held | None:
        try:
            row = get_rule(actor=actor, rule_id=UUID(made))
        except UnknownRule:
            return None
        version = RuleVersion.objects.filter(rule=row, number=row.published).first() if row.published else None
        return _held(row, version)

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        definition = dict(wanted.body)
        if made is None:
            return str(create_rule(actor=actor, entity=wanted.of, name=wanted.name, definition=definition).id)
        row = get_rule(actor=actor, rule_id=UUID(made))
        values = {"name": wanted.name, "definition": definition}
        save_draft(actor=actor, rule_id=row.id, draft_version=row.draft_version, values=values)
        return made

    def settle(self, *, actor: Actor, made: str, note: str) -> None:
        row = get_rule(actor=actor, rule_id=UUID(made))
        try:
            publish_rule(actor=actor, rule_id=row.id, draft_version=row.draft_version, note=note)
        except NothingNew:
            return
        except RuleHasProblems as error:
            found = problems_of(actor=actor, entity=row.entity, definition=read_definition(row.definition))
            first = {"problem": found[0].code, "where": found[0].where} if found else {}
            raise RuleHasProblems(params=error.params | first) from error

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        switch_rule(actor=actor, rule_id=UUID(made), on=on)

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        """Those in force, as they are there."""
        require_designer(actor=actor)
        rows = Rule.objects.exclude(published=None).order_by("entity", "position", "id")
        versions = {(one.rule_id, one.number): one for one in RuleVersion.objects.filter(rule__in=rows)}
        return [_held(row, versions.get((row.id, row.published))) for row in rows if row.published]


def _held(row: Rule, version: RuleVersion | None) -> Held:
    shown = version or row
    body = definition_as_json(read_definition(shown.definition))
    settled = version is not None and not VERSIONS.differs(row, version)
    return Held(str(row.id), row.entity, shown.name, body, row.enabled, settled, Label(shown.name, shown.name))


RULES = packs(Rules())
