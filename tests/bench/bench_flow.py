"""What does a step of a flow cost? `python -m tests.bench.bench_flow`, SIZE.

Tokens wait at a condition, each of its own instance on its own vehicle: they are gone on with as sets, as the product
does, and one token a transaction. A step claims, asks the condition of the records, moves, and writes its entries.
"""

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("flow")

import time  # noqa: E402

from django.db import connection  # noqa: E402

from chezhan.engines.flows.drafts import create_flow  # noqa: E402
from chezhan.engines.flows.models import FlowEntry, FlowToken  # noqa: E402
from chezhan.engines.flows.publishing import publish_flow  # noqa: E402
from chezhan.engines.flows.running.advancing import AT_ONCE, take_step  # noqa: E402
from chezhan.engines.flows.running.tokens import Place, claim  # noqa: E402
from chezhan.kernel.ids import new_id  # noqa: E402
from chezhan.modules.parties.models import Customer  # noqa: E402
from chezhan.modules.vehicles.models import Vehicle  # noqa: E402
from tenants.acting import acting_as  # noqa: E402
from tenants.context import tenant_context  # noqa: E402
from tenants.directory import StoreRef  # noqa: E402
from tenants.models import Store  # noqa: E402
from tests.bench.pairs import say_load  # noqa: E402

TOKENS = pick(small=20_000, full=100_000)
ALONE = pick(small=200, full=1_000)
BAR = 20
WAIT = {"kind": "wait", "until": {"kind": "time", "after": 1, "unit": "days"}}
DEFINITION = {
    "nodes": [
        {"kind": "start", "id": "start"},
        {
            "kind": "condition",
            "id": "if",
            "branches": [
                {
                    "id": "own",
                    "condition": {
                        "combinator": "and",
                        "rules": [{"field": "brand", "operator": "=", "value": "比亚迪"}],
                    },
                }
            ],
        },
        WAIT | {"id": "one"},
        WAIT | {"id": "two"},
        {"kind": "end", "id": "end"},
    ],
    "edges": [
        {"id": "a", "source": "start", "target": "if"},
        {"id": "b", "source": "if", "port": "own", "target": "one"},
        {"id": "c", "source": "if", "port": "else", "target": "two"},
        {"id": "d", "source": "one", "target": "end"},
        {"id": "e", "source": "two", "target": "end"},
    ],
}
VEHICLES = """
INSERT INTO vehicle (id, created_at, updated_at, created_by, updated_by, version, {names})
SELECT gen_random_uuid(), now(), now(), %s, %s, 1, {values} FROM generate_series(1, %s) AS n
"""
INSTANCES = """
INSERT INTO flow_instance (id, flow_id, number, entity, record_id, status, outcome, cause, started_at)
SELECT gen_random_uuid(), %s, 1, 'vehicle', v.id, 'running', '', '[]', now() FROM vehicle v
"""
WAITING = """
INSERT INTO flow_token (id, instance_id, flow_id, number, node, state, came, moves, code, since)
SELECT gen_random_uuid(), i.id, i.flow_id, 1, 'if', 'ready', '', 1, '', now() FROM flow_instance i
"""


def main() -> None:
    with own_database("flow") as database:
        actor = database.cast.actor("manager", store="north")
        with acting_as(actor.person_id), tenant_context(actor.in_store):
            flow = create_flow(actor=actor, entity="vehicle", name="分流", definition=DEFINITION)
        with tenant_context(actor.in_store):
            publish_flow(actor=actor, flow_id=flow.id, draft_version=1)
        store = StoreRef.of(Store.objects.using("owner").select_related("group").get(id=actor.in_store.id))
        fill(store, actor.person_id, flow.id)
        place = Place(flow.id, 1, "if")
        alone, done = walk(store, place, at_once=1, most=ALONE)
        say(f"One token a transaction, {done} of them: {done / alone:,.0f} steps a second")
        sets, moved = walk(store, place, at_once=AT_ONCE, most=TOKENS)
        say(f"In sets of {AT_ONCE}, {moved} of them: {moved / sets:,.0f} steps a second")
        with tenant_context(store):
            left = FlowToken.objects.filter(node="if").count()
            entries = FlowEntry.objects.filter(node="if", kind="passed").count()
    ratio = (alone / done) / (sets / moved)
    say_load()
    say(f"Bar: a set at least {BAR} times one at a time.")
    finish(
        result={"name": "flow", "steps_per_s": round(moved / sets), "set_ratio": round(ratio, 1), "n": TOKENS},
        bad=int(ratio < BAR),
        controls={"all went on": left == 0, "each step is told once": entries == TOKENS},
    )


def fill(store: StoreRef, person, flow_id) -> None:
    with acting_as(None), tenant_context(store), connection.cursor() as cursor:
        customer = Customer(id=new_id(), name="车主", created_by=person, updated_by=person)
        customer.save(force_insert=True)
        columns = {
            "customer_id": f"'{customer.id}'::uuid",
            "owner": "NULL",
            "brand": "(ARRAY['比亚迪','大众','丰田'])[n %% 3 + 1]",
        }
        stamps = {"id", "created_at", "updated_at", "created_by", "updated_by", "version"}
        for field in Vehicle._meta.concrete_fields:
            if field.column not in columns and field.column not in stamps and not field.null:
                columns[field.column] = "''" if field.empty_strings_allowed else "0"
        statement = VEHICLES.format(names=", ".join(columns), values=", ".join(columns.values()))
        cursor.execute(statement, [person, person, TOKENS])
        cursor.execute(INSTANCES, [flow_id])
        cursor.execute(WAITING)


def walk(store: StoreRef, place: Place, *, at_once: int, most: int) -> tuple[float, int]:
    """Seconds and steps, until none is left or `most` are done: a transaction for each set."""
    began, done = time.perf_counter(), 0
    while done < most:
        with acting_as(None), tenant_context(store):
            tokens = claim(place, limit=min(at_once, most - done))
            if not tokens:
                break
            take_step(store, place, tokens)
            done += len(tokens)
    return time.perf_counter() - began, done


if __name__ == "__main__":
    main()
