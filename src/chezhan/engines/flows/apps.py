from importlib import import_module

from django.apps import AppConfig


class FlowsConfig(AppConfig):
    """Versioned flows, where each of them stands, and whom it waits for: the tables live in every store."""

    name = "chezhan.engines.flows"
    label = "flows"

    def ready(self) -> None:
        # Takes the events of records, and the timers of those that wait.
        import_module("chezhan.engines.flows.running.reacting")
        # Tells the form by which a record is shown in a step, and which forms are in use.
        import_module("chezhan.engines.flows.people.showing")
        # Tells who is away.
        import_module("chezhan.engines.flows.people.deputies")
        # Empties what was said of people who are erased.
        import_module("chezhan.engines.flows.erasing")
        # Nothing is cleared away that a flow is under way for.
        import_module("chezhan.engines.flows.unfinished")
        # Keeps for itself what people are asked to approve.
        import_module("chezhan.engines.flows.deciding")
        # Tells what is not taken back any more.
        import_module("chezhan.engines.flows.aftermath")
        # Adds flows to what the audit tells of.
        import_module("chezhan.engines.flows.telling")
        # Those of who leaves stop, and what they are asked waits.
        import_module("chezhan.engines.flows.standing")
        # Puts flows into packs.
        import_module("chezhan.engines.flows.packing")
