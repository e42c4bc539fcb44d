"""What the answers that are there come to: pure."""

from collections.abc import Sequence

from chezhan.engines.flows.definition.nodes import APPROVED, NEXT, REJECTED, ApprovalNode, AskingNode, StartNode
from chezhan.engines.flows.models import FlowItem

WAITING = ("open", "queued")
ADDED = ("before", "after")


def verdict(node: AskingNode | StartNode, items: Sequence[FlowItem]) -> str | None:
    """The port by which the step is left; None while answers are wanting."""
    counted = [one for one in items if one.state != "void"]
    if not isinstance(node, ApprovalNode):
        left = [one for one in counted if one.state in WAITING]
        if getattr(node, "mode", "any") == "all" and left:
            return None
        return NEXT if any(one.decision for one in counted) else None
    # Whoever was added must agree, whatever the others do; whoever of them does not ends it.
    added = [one for one in counted if one.how in ADDED]
    if any(one.decision == REJECTED for one in added):
        return REJECTED
    asked = [one for one in counted if one.how not in ADDED]
    found = _verdict_of(node, asked)
    wanting = any(one.state in WAITING for one in added)
    return None if found == APPROVED and wanting else found


def _verdict_of(node: ApprovalNode, asked: Sequence[FlowItem]) -> str | None:
    approved = sum(one.decision == APPROVED for one in asked)
    rejected = sum(one.decision == REJECTED for one in asked)
    if node.mode == "any":
        return APPROVED if approved else REJECTED if rejected else None
    if node.mode == "vote":
        possible = len(asked) - rejected
        if approved * 100 >= node.percent * len(asked):
            return APPROVED
        return REJECTED if possible * 100 < node.percent * len(asked) else None
    if rejected:
        return REJECTED
    return APPROVED if approved == len(asked) else None
