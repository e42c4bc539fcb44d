"""A list as a file."""

import datetime as dt
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Literal

import orjson

from chezhan.access import Actor
from chezhan.catalogue.audit.services import record_export
from chezhan.catalogue.records.exports.plans import ExportPlan, Wanted, plan_export
from chezhan.catalogue.records.exports.writing import write_csv, write_xlsx
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import Forbidden
from tenants.lookup import people_of_store

Kind = Literal["csv", "xlsx"]
# Beyond this the file is on disk while it is made.
IN_MEMORY = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Exported:
    """`file` stands at its beginning and is gone when it is closed. `left_out`: see ExportPlan."""

    file: IO[bytes]
    name: str
    rows: int
    left_out: Sequence[str]


def export_records(*, actor: Actor, wanted: Wanted, kind: Kind, now: dt.datetime) -> Exported:
    """Made whole in the caller's transaction and recorded in the audit. Raises Forbidden, ExportTooLarge, and what
    lists refuse.
    """
    if actor.viewed_by is not None:
        raise Forbidden(params={"permission": f"{wanted.entity}.export"})
    day = now.astimezone(SHANGHAI)
    plan = plan_export(viewer=viewer_of(actor), wanted=wanted, today=day.date())
    rows = plan.count(person_id=actor.person_id)
    language = "en" if actor.language == "en" else "zh"
    people = {str(person_id): name for person_id, name in people_of_store(store=actor.in_store)}
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed by who sends it)
    fields = [sight.field for sight in plan.columns]
    pages = plan.pages(person_id=actor.person_id)
    if kind == "csv":
        write_csv(file=file, fields=fields, pages=pages, people=people, language=language)
    else:
        notes = _notes(actor, plan, rows=rows, at=day, language=language)
        write_xlsx(file=file, fields=fields, pages=pages, people=people, language=language, notes=notes)
    file.seek(0)
    record_export(
        entity=plan.view.entity.model._meta.db_table,
        rows=rows,
        fields=[field.name for field in fields],
        filter={"filter": orjson.loads(wanted.filter_json or "{}"), "q": wanted.q, "tags": wanted.tags},
    )
    return Exported(file, f"{plan.view.entity.name}-{day:%Y%m%d-%H%M}.{kind}", rows, plan.left_out)


def _notes(actor: Actor, plan: ExportPlan, *, rows: int, at: dt.datetime, language: str) -> list[str]:
    labels = "、".join(plan.view.entity.fields[name].label.as_json()[language] for name in plan.left_out)
    if language == "en":
        notes = [
            f"{plan.view.entity.label_plural.en}: {rows} records",
            f"Exported {at:%Y-%m-%d %H:%M} by {actor.person_name}",
        ]
        return notes + ([f"Left out, as personal data: {labels}"] if labels else [])
    notes = [f"{plan.view.entity.label_plural.zh}：{rows} 条", f"{actor.person_name} 于 {at:%Y-%m-%d %H:%M} 导出"]
    return notes + ([f"个人信息未导出：{labels}"] if labels else [])
