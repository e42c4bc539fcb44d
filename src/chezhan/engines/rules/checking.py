"""What keeps a rule from being put into force, asked with the rights of who would publish it."""

from chezhan.access import Actor
from chezhan.catalogue.doing.registry import problems_of_actions, unfit_for_deleted
from chezhan.catalogue.occasions.checking import problems_of_condition, problems_of_trigger
from chezhan.catalogue.occasions.dates import view_of
from chezhan.catalogue.occasions.triggers import WhenDeleted
from chezhan.catalogue.problems import Problem, problem_of
from chezhan.engines.rules.definition import RuleDefinition


def problems_of(*, actor: Actor, entity: str, definition: RuleDefinition) -> list[Problem]:
    """At trigger, condition, actions, or actions.<number>. Raises UnknownEntity, Forbidden for a kind of record
    that the actor does not see.
    """
    view = view_of(actor, entity)
    found = problems_of_trigger(view=view, trigger=definition.trigger)
    found += problems_of_condition(view=view, text=definition.filter)
    if not definition.actions:
        found.append(Problem("actions", "rule_without_action"))
    told = problems_of_actions(actor=actor, view=view, actions=definition.actions)
    found += [problem_of(f"actions.{number}", error) for number, error in told]
    if isinstance(definition.trigger, WhenDeleted):
        found += [
            Problem(f"actions.{number}", "action_needs_record") for number in unfit_for_deleted(definition.actions)
        ]
    return found
