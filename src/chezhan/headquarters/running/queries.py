"""Of each open store of the group: its events and rules from the public tables, its flows from a visit to the store as
the person who asks. Call with no scope open.
"""

from typing import Any

from chezhan.access import Actor, require
from chezhan.catalogue.events.backlog import NONE, backlogs_of
from chezhan.engines.flows.queries import count_stuck
from chezhan.engines.rules.clockwork import KIND
from chezhan.headquarters.comparison.visits import chosen_stores, visit
from tenants.work.trying import count_stuck_of


def read_running(*, actor: Actor) -> list[dict[str, Any]]:
    """`flows`: None where the store could not be read. Raises Forbidden, NotFound."""
    require(actor=actor, permission="catalogue.design")
    stores = chosen_stores(actor=actor)
    ids = [store.id for store in stores]
    backlogs, rules = backlogs_of(store_ids=ids), count_stuck_of(store_ids=ids, kind=KIND)
    flows = {store.id: count for store, count in visit(actor=actor, stores=stores, read=_stuck_flows)}
    return [
        {
            "store": store.slug,
            "name": store.name,
            **backlogs.get(store.id, NONE).as_json(),
            "rules": rules.get(store.id, 0),
            "flows": flows[store.id],
        }
        for store in stores
    ]


def _stuck_flows(actor: Actor) -> int:
    return count_stuck(actor=actor)
