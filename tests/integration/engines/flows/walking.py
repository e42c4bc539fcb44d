"""What people do in flows, over HTTP."""

from typing import Any

from tests.integration.engines.flows.conftest import FlowMaker, drawn, node

FLOWS = "/api/store/flows"
REJECTED = node("end", "no", outcome="rejected", all=True)
APPROVED = node("end", "yes", outcome="approved")


def asked(who: Any, name: str = "ask", **members: Any) -> dict[str, Any]:
    return node("approval", name, who=who, **members)


def approval(who: Any, **members: Any) -> dict[str, Any]:
    """Start, one approval, its two ends."""
    return drawn(
        node("start", "start"), asked(who, **members), APPROVED, REJECTED,
        ways="start>ask ask.approved>yes ask.rejected>no",
    )  # fmt: skip


def start(person: FlowMaker, flow: Any, record: Any, *, status: int = 201) -> Any:
    body = {"flow_id": flow["id"], "record_id": record["id"]}
    answer = person.ask("post", f"{FLOWS}/start", body, status=status)
    return answer["instance_id"] if status == 201 else answer


def items(person: FlowMaker, box: str = "open") -> list[Any]:
    return person.ask("get", f"{FLOWS}/items?box={box}")["items"]


def do(person: FlowMaker, verb: str, item: Any = None, *, status: int = 204, **body: Any) -> Any:
    """With the first thing that is asked, when none is named."""
    which = item or items(person)[0]
    return person.ask("post", f"{FLOWS}/items/{which['id']}/{verb}", body, status=status)


def stands(person: FlowMaker, instance: str) -> Any:
    return person.ask("get", f"{FLOWS}/instances/{instance}")


def told(person: FlowMaker, instance: str) -> list[tuple[str, str]]:
    return [(one["node"], one["kind"]) for one in stands(person, instance)["entries"]]


def where(person: FlowMaker, instance: str) -> set[tuple[str, str]]:
    return {(one["node"], one["state"]) for one in stands(person, instance)["tokens"]}
