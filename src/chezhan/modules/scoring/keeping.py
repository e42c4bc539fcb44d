"""Say how leads are scored."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from pydantic import ValidationError

from chezhan.access import Actor, require
from chezhan.catalogue.records.filters import within_reason
from chezhan.catalogue.records.looking import View
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.modules.scoring.asking import asked, leads_before
from chezhan.modules.scoring.following import wait_for_days
from chezhan.modules.scoring.models import ScoreSheet
from chezhan.modules.scoring.refusals import BadScoreGrades, BadScoreItem, ScoreSheetChanged
from chezhan.modules.scoring.sheet import Sheet, read_sheet

PERMISSION = "catalogue.design"


def keep_sheet(*, actor: Actor, version: int, says: Any) -> ScoreSheet:
    """`version`: of what was looked at, 0 for none. Leads are scored anew soon after.

    Raises Forbidden, BadScoreGrades, BadScoreItem, ScoreSheetChanged.
    """
    require(actor=actor, permission=PERMISSION)
    try:
        sheet = read_sheet(says)
    except ValidationError as error:
        raise BadScoreGrades from error
    _check(leads_before(actor), sheet)
    row = ScoreSheet.objects.select_for_update().first()
    if (row.version if row else 0) != version:
        raise ScoreSheetChanged(params={"version": row.version if row else 0})
    told: dict[str, Any] = {
        "says": sheet.model_dump(mode="json"),
        "changed_at": clock.now(),
        "changed_by": _person(actor),
        "version": version + 1,
    }
    if row is None:
        try:
            with transaction.atomic():
                row = ScoreSheet.objects.create(**told)
        except IntegrityError as error:
            # Two said it first at one time.
            raise ScoreSheetChanged(params={"version": 1}) from error
    else:
        ScoreSheet.objects.filter(id=row.id).update(**told)
        row.refresh_from_db()
    wait_for_days(store=actor.in_store, sheet=row, first=version == 0)
    return row


def _check(view: View, sheet: Sheet) -> None:
    for item in sheet.items:
        try:
            condition = asked(view, item)
            with transaction.atomic(), within_reason(item.text):
                view.seen().filter(condition).values("id")[:1].query.sql_with_params()
        except AppError as error:
            raise BadScoreItem(params={"item": item.name, "why": error.code}) from error


def _person(actor: Actor) -> UUID:
    if actor.person_id is None:
        raise ValueError("a sheet is said by somebody")
    return actor.person_id
