"""The audit as a file: a line for each change of a field."""

import datetime as dt
import itertools
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from chezhan.access import Actor, require
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.audit.services import record_export
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.exporting.cells import cell
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.exports.refusals import ExportTooLarge
from chezhan.catalogue.records.exports.services import IN_MEMORY, Exported
from chezhan.catalogue.records.exports.writing import write_csv, write_xlsx
from chezhan.catalogue.records.trail.filters import Wanted
from chezhan.catalogue.records.trail.reading import Line, lines_of
from chezhan.catalogue.records.viewer import Viewer, viewer_of
from chezhan.catalogue.types import DATETIME, TEXT, USER
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import Forbidden
from tenants.lookup import people_of_store

LIMIT, PAGE = 20_000, 500
DONE = {
    "created": Label("新建", "Created"),
    "updated": Label("修改", "Changed"),
    "deleted": Label("删除", "Deleted"),
    "read": Label("查看", "Read"),
    "revealed": Label("显示明文", "Shown whole"),
    "exported": Label("导出", "Exported"),
    "erased": Label("清除", "Erased"),
}
SUBJECTS = {
    "policy": Label("权限", "Rights"),
    "ceiling": Label("总部上限", "Ceiling"),
    "role": Label("角色", "Role"),
    "team": Label("团队", "Team"),
    "team_member": Label("团队成员", "Team member"),
    "kind": Label("记录类型", "Kind of record"),
    "field": Label("字段", "Field"),
    "tag": Label("标签", "Tag"),
    "viewing": Label("以他人身份查看", "Viewed as"),
    "duplicate_rule": Label("查重规则", "Rule for duplicates"),
    "form": Label("表单", "Form"),
    "public_form": Label("公开表单", "Public form"),
    "print_template": Label("打印模板", "Print template"),
    "rule": Label("业务规则", "Rule"),
    "flow": Label("流程", "Flow"),
    "message_template": Label("消息模板", "Message template"),
    "message_channel": Label("消息渠道", "Message channel"),
    "message_limits": Label("消息发送限制", "Limits of messages"),
    "webhook": Label("Webhook 地址", "Webhook"),
    "lead_source": Label("线索来源", "Lead source"),
    "drive_page": Label("试驾预约页", "Booking page of test drives"),
    "particulars": Label("门店资料", "Particulars of the store"),
    "pack": Label("配置包", "Pack"),
    "retention_period": Label("保存期限", "Retention period"),
    "retention_rule": Label("清理规则", "Retention rule"),
    "duty": Label("负责的内容", "What somebody looks after"),
}
COLUMNS = (
    Field("at", Label("时间", "When"), DATETIME),
    Field("actor", Label("谁", "Who"), USER),
    Field("done", Label("做了什么", "Did what"), TEXT),
    Field("kind", Label("对什么", "To what"), TEXT),
    Field("title", Label("名称", "Name"), TEXT),
    Field("field", Label("字段", "Field"), TEXT),
    Field("before", Label("之前", "Before"), TEXT),
    Field("after", Label("之后", "After"), TEXT),
    Field("reason", Label("原因", "Why"), TEXT),
    Field("address", Label("网络地址", "From"), TEXT),
    Field("request", Label("请求编号", "Request"), TEXT),
    Field("record", Label("记录编号", "Record"), TEXT),
)


def export_trail(*, actor: Actor, wanted: Wanted, kind: Literal["csv", "xlsx"], now: dt.datetime) -> Exported:
    """As the page tells it, without the personal fields of kinds of which the reader may not export them. Made whole
    in the caller's transaction, and told in the audit itself. Raises what read_trail raises, and ExportTooLarge.
    """
    require(actor=actor, permission="audit.read")
    if actor.viewed_by is not None:
        raise Forbidden(params={"permission": "audit.read"})
    viewer = viewer_of(actor)
    viewer = replace(viewer, cut=replace(viewer.cut, impersonal=True))
    language = "en" if actor.language == "en" else "zh"
    lines = _lines(actor, viewer, wanted, language)
    rows = list(itertools.islice(lines, LIMIT + 1))
    if len(rows) > LIMIT:
        raise ExportTooLarge(params={"limit": LIMIT})
    people = {str(person_id): name for person_id, name in people_of_store(store=actor.in_store)}
    pages = (rows[start : start + PAGE] for start in range(0, len(rows), PAGE))
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed by who sends it)
    if kind == "csv":
        write_csv(file=file, fields=COLUMNS, pages=pages, people=people, language=language)
    else:
        notes = [f"{actor.person_name} {now.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"]
        write_xlsx(file=file, fields=COLUMNS, pages=pages, people=people, language=language, notes=notes)
    file.seek(0)
    named = {"entity": wanted.entity, "field": wanted.field, "kinds": ",".join(wanted.known_kinds)}
    asked = {name: value for name, value in named.items() if value}
    table = AuditEntry._meta.db_table
    record_export(entity=table, rows=len(rows), fields=[column.name for column in COLUMNS], filter=asked)
    return Exported(file, f"audit-{now.astimezone(SHANGHAI):%Y%m%d-%H%M}.{kind}", len(rows), ())


def _lines(actor: Actor, viewer: Viewer, wanted: Wanted, language: str) -> Iterator[dict[str, Any]]:
    kinds = {kind.name: kind for kind in viewer.entities()}
    for line, _ in lines_of(actor=actor, viewer=viewer, wanted=wanted):
        if line is not None:
            yield from _rows(line, kinds, language)


def _rows(line: Line, kinds: dict[str, Entity], language: str) -> Iterator[dict[str, Any]]:
    entry, kind, setting = line.entry, kinds.get(line.entity), line.setting
    label = kind.label if kind else SUBJECTS[setting.subject] if setting else Label("", "")
    whole = {
        "at": entry.at.isoformat(),
        "actor": str(entry.actor_id) if entry.actor_id else None,
        "done": DONE[entry.kind].as_json()[language],
        "kind": label.as_json()[language],
        "title": line.title or _name(line),
        "reason": line.reason,
        "address": entry.address,
        "request": entry.request_id,
        "record": str(entry.record_id) if line.entity and entry.record_id else None,
    }
    parts = list(_parts(line, kind, language)) or [("", None, None)]
    for field, before, after in parts:
        yield {**whole, "field": field, "before": before, "after": after}


def _parts(line: Line, kind: Entity | None, language: str) -> Iterator[tuple[str, Any, Any]]:
    if kind:
        for change in line.changes:
            field = kind.fields[change.field]
            yield (
                field.label.as_json()[language],
                _text(change.before, field, language),
                _text(change.after, field, language),
            )
        for name in line.fields:
            yield kind.fields[name].label.as_json()[language], None, None
    for part in line.setting.parts if line.setting else ():
        yield part.field or part.part, _json(part.before), _json(part.after)


def _text(value: Any, field: Field, language: str) -> str | None:
    shown = cell(value=value, field=field, language=language)
    return None if shown is None else str(shown)


def _json(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _name(line: Line) -> str:
    """Of a setting: what it is about."""
    about: Sequence[Any] = tuple(line.setting.about.values()) if line.setting else ()
    return " · ".join(str(one) for one in about if one not in (None, "", []))
