"""Lists find parts of names, pinyin, plates and numbers, and the indexes are there to serve them."""

import pytest
from django.db import connection, connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chezhan.access.rights import Right
from chezhan.catalogue.definitions.drafts import FieldDraft
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.finding.indexes import indexes_for
from chezhan.catalogue.records.finding.tasks import build_everywhere, build_missing
from chezhan.catalogue.records.plans import Asked, plan_list
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.registry import entities
from chezhan.kernel import clock
from chezhan.kernel.searching.parts import normal, parts_of
from chezhan.kernel.searching.pinyin import is_read_as
from chezhan.kernel.searching.spelling import as_query, is_spelled_as, signs_in
from tenants.context import tenant_context
from tenants.roles import OWNER


def names(ask, q, *, who="manager", entity="customer", field="name"):
    return sorted(row[field] or "" for row in ask(who, "GET", f"records/{entity}?q={q}")["rows"])


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("晓", ["单晓东", "王晓"]),
        ("晓东", ["单晓东"]),
        ("单晓东", ["单晓东"]),
        ("东晓", []),
        ("sxd", ["单晓东"]),
        ("shanxi", ["单晓东"]),
        ("xiaodong", ["单晓东"]),
        ("xd", ["单晓东"]),
        ("wx", ["王晓"]),
        ("x", ["单晓东", "王晓"]),
        ("hanxiao", []),
        ("zeng", ["曾敏"]),
        ("BO SHI", ["Bosch 博世"]),
        ("osc", ["Bosch 博世"]),
        ("·", []),
        ("单 4321", ["单晓东"]),
        ("单 4322", []),
        ("4321", ["单晓东"]),
        ("13912344321", ["单晓东"]),
        ("139", []),
        ("139 1234 4321", ["单晓东"]),
        ("单 139 1234 4321", ["单晓东"]),
        ("139 4321", []),
        ("shanxd", ["单晓东"]),
        ("sxdong", ["单晓东"]),
        ("sxiaod", ["单晓东"]),
        ("zmin", ["曾敏"]),
        ("minz", []),
        ("单xd", ["单晓东"]),
        ("单xiaodong", ["单晓东"]),
        ("王xi", ["王晓"]),
        ("xiao东", ["单晓东"]),
        ("晓d", ["单晓东"]),
        ("晓w", []),
        ("wangdong", []),
        ("sxdong 4321", ["单晓东"]),
        ("sxdong 4322", []),
        ("bosch博", ["Bosch 博世"]),
    ],
)
def test_a_list_finds_what_people_type(showroom, ask, make, q, found):
    make(name="单晓东", phone="13912344321")
    make(name="王晓")
    make(name="曾敏")
    make(name="Bosch 博世")
    assert names(ask, q) == found


@pytest.mark.parametrize("q", ["沪a·123", "A-12345", "2345", "vaa418", "zhangwei", "秦"])
def test_a_car_is_found_by_any_part_of_plate_and_vin_and_by_its_owner(showroom, ask, q):
    assert names(ask, q, entity="vehicle", field="plate") == ["沪A12345"]


def test_an_order_is_found_through_its_customer(showroom, ask):
    assert names(ask, "zw", entity="sales_order", field="number") == ["A1"]
    assert names(ask, "8000", entity="sales_order", field="number") == ["A1"]


def test_a_masked_name_is_found_whole_and_by_no_part_and_no_pinyin(showroom, ask, make, set_policy):
    make(name="单晓东")
    set_policy("sales_advisor", "customer", fields={"name": Right.MASKED})
    for q in ("晓", "单晓", "单xd", "sxd", "shanxiaodong"):
        assert names(ask, q, who="advisor") == []
    assert names(ask, "zw", who="advisor", entity="sales_order", field="number") == []
    assert names(ask, "单 晓东", who="advisor") == []
    assert names(ask, "单晓东", who="advisor") == ["单**"]
    assert names(ask, "晓") == ["单晓东"]


def test_a_masked_plate_is_found_whole_however_it_is_written(showroom, ask, set_policy):
    set_policy("sales_advisor", "vehicle", fields={"plate": Right.MASKED})
    shown = names(ask, "沪a·12345", who="advisor", entity="vehicle", field="plate")
    assert shown and shown != ["沪A12345"]
    assert names(ask, "沪A1234", who="advisor", entity="vehicle", field="plate") == []
    set_policy("sales_advisor", "vehicle", fields={"plate": Right.HIDDEN})
    assert ask("advisor", "GET", "records/vehicle?q=沪A12345")["rows"] == []


def test_what_is_searched_has_its_index_in_every_new_store(showroom):
    store = showroom.stores["north"]
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE schemaname = %s", [store.schema])
        there = {name for (name,) in cursor.fetchall()}
    wanted = indexes_for(entities())
    assert {one.name for one in wanted} <= there
    assert {(one.table, one.column) for one in wanted} >= {
        ("customer", "name"), ("customer", "sealed_phone"), ("vehicle", "plate"), ("vehicle", "vin"),
        ("sales_order", "number"),
    }  # fmt: skip
    assert build_everywhere() == 0


def test_no_table_keeps_one_index_twice(showroom):
    manager = showroom.actor("manager", store="north")
    draft = FieldDraft(label=Label("车友群", "Club"), type="text", name="x_club", searchable=True)
    add_field(actor=manager, store=manager.in_store, entity="customer", draft=draft)
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT i.indrelid::regclass, array_agg(i.indexrelid::regclass) FROM pg_index i "
            "JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = %s::regnamespace "
            "GROUP BY i.indrelid, i.indkey, i.indclass, i.indoption, i.indisunique, "
            "  pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid) HAVING count(*) > 1",
            [showroom.stores["north"].schema],
        )
        assert cursor.fetchall() == []


def test_the_statement_of_a_list_is_served_by_them(showroom):
    actor = showroom.actor("manager", store="north")
    for entity, q, column in (("customer", "晓东", "search_parts"), ("sales_order", "zw", "search_pinyin")):
        asked = Asked(
            viewer=_viewer(actor), entity=entity, q=q, sort="", filter_json="", fields="created_at", cursor="",
            limit=50, today=clock.today(),
        )  # fmt: skip
        with tenant_context(actor.in_store), connection.cursor() as cursor:
            statement = plan_list(asked).matching
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
            cursor.execute("EXPLAIN (FORMAT JSON) " + statement.sql, statement.params)
            plan = cursor.fetchone()[0].decode()
        assert "Bitmap Index Scan" in plan and column in plan


def test_a_page_is_taken_from_where_it_was_found(showroom):
    actor = showroom.actor("manager", store="north")
    asked = Asked(
        viewer=_viewer(actor), entity="customer", q="晓东", sort="", filter_json="", fields="name", cursor="", limit=50,
        today=clock.today(),
    )  # fmt: skip
    with tenant_context(actor.in_store), connection.cursor() as cursor:
        page = plan_list(asked).page
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN (FORMAT JSON) " + page.sql, page.params)
        assert "Tid Scan" in cursor.fetchone()[0].decode()


def _viewer(actor):
    with tenant_context(actor.in_store):
        return viewer_of(actor)


def test_an_added_field_is_indexed_with_the_change_that_makes_it_searchable(showroom, ask):
    manager = showroom.actor("manager", store="north")
    store = manager.in_store
    add_field(
        actor=manager, store=store, entity="customer",
        draft=FieldDraft(label=Label("车友群", "Club"), type="text", name="x_club", searchable=True),
    )  # fmt: skip
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE schemaname = %s", [store.schema])
        assert any("search_parts" in one and "x_club" in one for (one,) in cursor.fetchall())
    assert build_missing(store=store) == 0
    ask("manager", "POST", "records/customer", {"values": {"name": "李雷", "x_club": "西湖越野俱乐部"}}, 201)
    assert names(ask, "越野") == ["李雷"]


def test_what_a_broken_attempt_left_is_made_anew(showroom):
    store = showroom.stores["north"]
    one = next(index for index in indexes_for(entities()) if index.column == "plate")
    with connections[OWNER].cursor() as cursor:
        cursor.execute(f"DROP INDEX {store.schema}.{one.name}")
    assert build_missing(store=store) == 1
    assert build_missing(store=store) == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.sampled_from("张伟aA1·- 　ＡéßÉ漢語.ǅ㈱"), max_size=8),
    word=st.text("张伟aé1a·A漢", min_size=1, max_size=4),
)
def test_postgresql_and_python_make_the_same_of_a_text(showroom, text, word):
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT public.search_normal(%s), public.search_parts(%s), public.search_parts(%s) @> %s::text[]",
            [text, text, text, parts_of(normal(word))],
        )
        kept, parts, holds = cursor.fetchone()
    assert kept == normal(text)
    assert set(parts) == {kept[at : at + size] for at in range(len(kept)) for size in (1, 2) if at + size <= len(kept)}
    if normal(word) and normal(word) in kept:
        assert holds


@pytest.mark.parametrize("word", ["zwei", "zhangwm", "zwming", "张wei", "张wm", "zwei明", "长w", "鿰a"])
def test_mixed_words_find_what_they_spell(showroom, word):
    texts = ["张伟明", "长伟", "张明伟", "李张伟", "王小明", "鿰阿", "Bosch 张伟明"]
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT t FROM unnest(%s::text[]) t WHERE public.search_pinyin(t) @@ %s::tsquery "
            "AND public.search_parts(t) @> %s::text[]",
            [texts, as_query(word), sorted("".join(signs_in(word)))],
        )
        assert {text for (text,) in cursor.fetchall()} == {one for one in texts if is_spelled_as(normal(one), word)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text("单长a1重庆·伟", max_size=5), word=st.text("sdcqzhangw1aei", min_size=1, max_size=5))
def test_postgresql_and_python_read_signs_alike(showroom, text, word):
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT public.search_pinyin(%s) @@ %s::tsquery", [text, f"{word}:*"])
        assert cursor.fetchone()[0] == is_read_as(normal(text), word)
