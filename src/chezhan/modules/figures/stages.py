"""How far a lead came: by the furthest stage that it keeps, so that a lost one counts where it got to."""

from typing import Any

from chezhan.catalogue.labels import Label
from chezhan.modules.figures.declaring import Kpi, rule

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


def reached(stage: str) -> tuple[dict[str, Any], ...]:
    """The lead came to this stage or further. Of the first one: every lead did. The last one is where it stands: a sale
    that came to nothing is none."""
    if stage == ORDER[0]:
        return ()
    if stage == ORDER[-1]:
        return (rule("status", "=", stage),)
    return (rule("furthest", "in", list(ORDER[ORDER.index(stage) :])),)


REACHED = tuple(
    Kpi(
        name=f"reached_{stage}",
        label=LABELS[stage],
        means=Label(
            "期间进店的线索中，到过这一阶段或更后阶段的；看线索的最远阶段，战败的也算到它走到的那一步。",
            "Of the leads that came in, those that got to this stage or further: by the furthest stage of each, so "
            "that a lost one counts where it got to.",
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
