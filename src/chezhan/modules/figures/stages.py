"""How far a lead came: by its stage, and by what is on record of it, so that a lost one counts where it got to."""

from typing import Any

from chezhan.catalogue.labels import Label
from chezhan.modules.figures.declaring import Kpi, either, rule

ORDER = ("new", "contacted", "invited", "visited", "test_drive", "quoted", "won")
LABELS = {
    "new": Label("新线索", "New"),
    "contacted": Label("已联系", "Contacted"),
    "invited": Label("已邀约", "Invited"),
    "visited": Label("已到店", "Visited"),
    "test_drive": Label("已试驾", "Test drive"),
    "quoted": Label("已报价", "Quoted"),
    "won": Label("成交", "Won"),
}


def _some(kind: str, field: str, values: list[str]) -> dict[str, Any]:
    where = {"combinator": "and", "rules": [rule(field, "in", values)]}
    return rule(kind, ">=", 1, aggregate="count", where=where)


# What shows that a lead was there, whatever its stage says by now.
PROOF = {
    "contacted": rule("first_contacted_at", "notNull"),
    "invited": rule("visit_at", "notNull"),
    "visited": _some("interaction", "kind", ["visit"]),
    "test_drive": _some("test_drive", "status", ["done"]),
    "quoted": _some("quote", "status", ["sent", "accepted", "declined", "expired"]),
}


def reached(stage: str) -> tuple[dict[str, Any], ...]:
    """The lead came to this stage or further. Of the first one: every lead did."""
    if stage == ORDER[0]:
        return ()
    further = ORDER[ORDER.index(stage) :]
    return (either(rule("status", "in", list(further)), *(PROOF[one] for one in further if one in PROOF)),)


REACHED = tuple(
    Kpi(
        name=f"reached_{stage}",
        label=LABELS[stage],
        means=Label(
            "期间进店的线索中，到过这一阶段或更后阶段的（看阶段，也看试驾、报价、到店的记录）。",
            "Of the leads that came in, those that got to this stage or further: by their stage, and by the test "
            "drives, quotes and visits on record.",
        ),
        entity="lead",
        better="more",
        at="created_at",
        which=reached(stage),
    )
    for stage in ORDER
)
WON_FROM = tuple(
    Kpi(
        name=f"won_from_{stage}",
        label=LABELS[stage],
        means=Label(
            "期间结束（成交或战败）且到过这一阶段的线索中，成交的比例。",
            "Of the leads that ended and had got to this stage, the share that was won.",
        ),
        entity="lead",
        better="more",
        at="closed_at",
        among=(rule("status", "in", ["won", "lost"]), *reached(stage)),
        which=(rule("status", "=", "won"),),
    )
    for stage in ORDER[:-1]
)
OPEN_AT = tuple(
    Kpi(
        name=f"open_at_{stage}",
        label=LABELS[stage],
        means=Label("现在处在这一阶段的线索。", "Leads that are at this stage now."),
        entity="lead",
        better="more",
        which=(rule("status", "=", stage),),
    )
    for stage in ORDER[:-1]
)
