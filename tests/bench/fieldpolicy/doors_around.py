"""The doors around a record: many at once, the bin, kept views, files, history, what people say of it.

`{operation}`, `{view}`, `{comment}` and `{tag}` stand for what the store answered last of that kind.
"""

from collections.abc import Iterator

from tests.bench.fieldpolicy.doors import STORE, Ask, Hidden, as_filter, door, rules_on
from tests.bench.fieldpolicy.twins import ROWS, id_of
from tests.bench.fieldpolicy.values import file_id


def _choices(hidden: Hidden) -> Iterator[dict]:
    """Records chosen by the hidden value, and by others."""
    for rule in list(rules_on(hidden))[:4]:
        yield {"filter": as_filter(rule)["filter"]}
    yield {"q": str(hidden.asked()[0])[:60]}
    yield {"filter": as_filter({"field": "created_at", "operator": "notNull", "value": None})["filter"]}


@door
def bulk_previews(hidden: Hidden) -> Iterator[Ask]:
    for choice in _choices(hidden):
        for order in ({"kind": "update", "values": hidden.other()}, {"kind": "delete"}):
            yield Ask("", f"{hidden.records}/bulk/preview", "POST", body={**order, "choice": choice})


@door
def changes_chosen_by_a_filter(hidden: Hidden) -> Iterator[Ask]:
    for choice in _choices(hidden):
        order = {"kind": "update", "values": hidden.other(), "choice": choice}
        yield Ask("", f"{hidden.records}/bulk", "POST", body=order)
        yield Ask("", f"{STORE}operations")
    yield Ask("", f"{STORE}operations/{{operation}}/undo", "POST", body={})


@door
def deletions_chosen_by_a_filter(hidden: Hidden) -> Iterator[Ask]:
    for choice in list(_choices(hidden))[:-1]:
        yield Ask("", f"{hidden.records}/bulk", "POST", body={"kind": "delete", "choice": choice})
    yield Ask("", f"{STORE}operations")


@door
def bin(hidden: Hidden) -> Iterator[Ask]:
    name = hidden.entity.name
    body = {"ids": [str(id_of(name, ROWS - 1))]}
    if name in {"sales_order", "x_probe"}:
        yield Ask("", f"{hidden.records}/delete", "POST", body=body)
    yield Ask("", f"{STORE}bin")
    yield Ask("", f"{STORE}bin", params={"entity": name})
    yield Ask("", f"{STORE}bin", params={"entity": name, "q": str(hidden.asked()[0])[:60]})
    yield Ask("", f"{hidden.records}/bring-back", "POST", body=body)
    yield Ask("", f"{STORE}bin/erase", "POST", body={**body, "entity": name, "confirm": "erase"})


@door
def saved_views(hidden: Hidden) -> Iterator[Ask]:
    name, views = hidden.entity.name, f"{STORE}views"
    for rule in list(rules_on(hidden))[:3]:
        yield Ask("", views, "POST", body={"entity": name, "name": "按值", "filter": as_filter(rule)["filter"]})
    columns = [hidden.field.name, "created_at"]
    yield Ask("", views, "POST", body={"entity": name, "name": "列", "columns": columns, "sort": "created_at"})
    yield Ask("", views, params={"entity": name})
    yield Ask("", f"{views}/{{view}}", "PATCH", body={"version": 1, "name": "改", "columns": columns})
    yield Ask("", f"{views}/{{view}}", "DELETE")


@door
def forms(hidden: Hidden) -> Iterator[Ask]:
    form = f"{STORE}forms/{hidden.entity.name}"
    for purpose in ("create", "edit"):
        yield Ask("", form, params={"purpose": purpose})
    for number in range(ROWS):
        body = {"purpose": "edit", "record_id": str(id_of(hidden.entity.name, number)), "values": {}}
        yield Ask("", f"{form}/state", "POST", body=body)
    for value in hidden.asked():
        yield Ask("", f"{form}/state", "POST", body={"purpose": "create", "values": {hidden.field.name: value}})


@door
def exports(hidden: Hidden) -> Iterator[Ask]:
    for kind in ("csv", "xlsx"):
        path = f"{hidden.records}/export.{kind}"
        yield Ask("", path)
        yield Ask("", path, params={"fields": f"{hidden.field.name},created_at"})
        for rule in list(rules_on(hidden))[:2]:
            yield Ask("", path, params=as_filter(rule))


@door
def file(hidden: Hidden) -> Iterator[Ask]:
    """Bytes by the ids that either twin's hidden field holds, and sending some up for it."""
    for side in (1, 2):
        for number in range(ROWS):
            for end in ("", "/small"):
                yield Ask("", f"{STORE}files/{file_id(side, number)}{end}")
    form = {"entity": hidden.entity.name, "field": hidden.field.name}
    yield Ask("", f"{STORE}files", "POST", form=form, file=b"a,b\n1,2\n")


@door
def timeline(hidden: Hidden) -> Iterator[Ask]:
    for number in range(ROWS):
        record = f"{hidden.records}/{id_of(hidden.entity.name, number)}"
        yield Ask("", f"{record}/timeline")
        restoring = {"entry_id": "{entry}", "field": hidden.field.name, "version": 1}
        yield Ask("", f"{record}/restore", "POST", body=restoring)
    # What happened around those that others are about.
    for kind in ("customer", "lead", "vehicle"):
        one = f"{STORE}records/{kind}/{id_of(kind, 0)}"
        yield Ask("", f"{one}/timeline", params={"around": "true"})


@door
def reveals(hidden: Hidden) -> Iterator[Ask]:
    for number in range(ROWS):
        record = f"{hidden.records}/{id_of(hidden.entity.name, number)}"
        for names in (["created_at"], [hidden.field.name], ["created_at", hidden.field.name]):
            yield Ask("", f"{record}/reveal", "POST", body={"fields": names, "reason": "回访"})
        yield Ask("", f"{record}/timeline")
    for other in hidden.entities:
        for one in other.own_fields:
            if one.column.endswith(f"__{hidden.field.column}"):
                path = f"{STORE}records/{other.name}/{id_of(other.name, 1)}/reveal"
                yield Ask("", path, "POST", body={"fields": [one.name], "reason": "回访"})


@door
def audit(hidden: Hidden) -> Iterator[Ask]:
    path, name = f"{STORE}audit", hidden.entity.name
    # What somebody looked at, and had shown, is told there too.
    yield Ask("", hidden.records)
    yield Ask("", f"{hidden.records}/{id_of(name, 1)}/reveal", "POST", body={"fields": ["created_at"], "reason": "看"})
    yield Ask("", path, params={"limit": "9"}, follow=True)
    yield Ask("", path, params={"entity": name, "limit": "200"})
    yield Ask("", path, params={"entity": name, "field": hidden.field.name})
    yield Ask("", path, params={"entity": "settings", "limit": "200"})
    for kind in ("updated", "read,revealed,exported", "deleted"):
        yield Ask("", path, params={"entity": name, "kind": kind, "limit": "200"})
    for number in range(ROWS):
        yield Ask("", path, params={"record_id": str(id_of(name, number)), "limit": "200"})


@door
def audit_files(hidden: Hidden) -> Iterator[Ask]:
    for kind in ("csv", "xlsx"):
        yield Ask("", f"{STORE}audit/export.{kind}", params={"entity": hidden.entity.name})
        yield Ask("", f"{STORE}audit/export.{kind}", params={"field": hidden.field.name, "entity": hidden.entity.name})
    yield Ask("", f"{STORE}audit/export.csv", params={"record_id": str(id_of(hidden.entity.name, 1))})


@door
def comments(hidden: Hidden) -> Iterator[Ask]:
    record = f"{hidden.records}/{id_of(hidden.entity.name, 1)}"
    yield Ask("", f"{record}/comments", "POST", body={"text": "看过了"})
    yield Ask("", f"{STORE}comments/{{comment}}", "PATCH", body={"text": "再看"})
    yield Ask("", f"{record}/comments")
    yield Ask("", f"{STORE}comments/{{comment}}", "DELETE")


@door
def tags(hidden: Hidden) -> Iterator[Ask]:
    record = f"{hidden.records}/{id_of(hidden.entity.name, 1)}"
    yield Ask("", f"{STORE}tags", "POST", body={"name": "重点", "color": "#1a4fa3"})
    yield Ask("", f"{STORE}tags")
    yield Ask("", f"{record}/tags", "PUT", body={"tags": ["{tag}"]})
    yield Ask("", f"{record}/tags")
    yield Ask("", hidden.records, params={"tags": "{tag}"})
    ids = [str(id_of(hidden.entity.name, number)) for number in range(ROWS)]
    yield Ask("", f"{hidden.records}/tags", "POST", body={"ids": ids})
    order = {"kind": "tag", "values": {"tags": ["{tag}"]}}
    for choice in list(_choices(hidden))[:3]:
        yield Ask("", f"{hidden.records}/bulk/preview", "POST", body={**order, "choice": choice})
    yield Ask("", f"{STORE}tags/{{tag}}/merge", "POST", body={"into": "{tag}"})
    yield Ask("", f"{STORE}tags/{{tag}}", "PATCH", body={"name": "次要", "color": "#1a4fa3"})
    yield Ask("", f"{STORE}tags/{{tag}}", "DELETE")


@door
def memory(hidden: Hidden) -> Iterator[Ask]:
    """What was looked at and starred, by names."""
    name, place = hidden.entity.name, f"{STORE}memory"
    for number in range(ROWS):
        yield Ask("", f"{place}/recent/{name}/{id_of(name, number)}", "PUT", body={})
        yield Ask("", f"{place}/favourites/{name}/{id_of(name, number)}", "PUT", body={})
    yield Ask("", f"{STORE}views", "POST", body={"entity": name, "name": "星"})
    yield Ask("", f"{place}/favourite-views/{{view}}", "PUT", body={})
    yield Ask("", place)
    yield Ask("", f"{place}/favourite-views/{{view}}", "DELETE")
    yield Ask("", f"{place}/favourites/{name}/{id_of(name, 1)}", "DELETE")
    yield Ask("", f"{place}/recent", "DELETE")
    yield Ask("", place)


@door
def duplicates(hidden: Hidden) -> Iterator[Ask]:
    """Asked by the hidden value, and of all that is there."""
    place = f"{STORE}duplicates/{hidden.entity.name}"
    yield Ask("", f"{place}/rules")
    yield Ask("", f"{place}/look", "POST", body={})
    yield Ask("", place)
    for value in hidden.asked():
        told = {hidden.field.name: str(value)}
        yield Ask("", f"{place}/check", "POST", body={"values": told})
        yield Ask("", f"{place}/check", "POST", body={"values": {**hidden.fresh(), **told, "region": "滨江区"}})
    yield Ask("", f"{place}/check", "POST", body={"values": hidden.fresh()})
    ids = [str(id_of(hidden.entity.name, number)) for number in range(2)]
    yield Ask("", f"{place}/apart", "POST", body={"ids": ids})
    yield Ask("", place)


@door
def merges(hidden: Hidden) -> Iterator[Ask]:
    name = hidden.entity.name
    place, one, two = f"{STORE}duplicates/{name}", str(id_of(name, 0)), str(id_of(name, 1))
    body = {"winner": one, "loser": two, "winner_version": 1, "loser_version": 1}
    yield Ask("", f"{place}/merge", "POST", body={**body, "take": [hidden.field.name]})
    yield Ask("", f"{place}/merge", "POST", body=body)
    yield Ask("", f"{place}/{two}/into")
    yield Ask("", f"{place}/{one}/merges")
    yield Ask("", f"{place}/merged")
    yield Ask("", f"{hidden.records}/{one}")
    yield Ask("", f"{STORE}bin")
    yield Ask("", f"{place}/undo/{{merge}}", "POST", body={})
    yield Ask("", f"{hidden.records}/{two}")


@door
def people(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", f"{STORE}people")


@door
def personal_data(hidden: Hidden) -> Iterator[Ask]:
    """Asked with every right to it; of a person, and of what hangs on one."""
    for name in ("customer", hidden.entity.name):
        place = f"{STORE}records/{name}/{id_of(name, 1)}/personal-data"
        yield Ask("", place)
        yield Ask("", f"{place}.zip")
        yield Ask("", f"{place}/erase", "POST", body={"name": "不是", "reason": "asked"})
