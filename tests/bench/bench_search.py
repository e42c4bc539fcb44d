"""How quick is a search? `python -m tests.bench.bench_search`, SIZE.

Customers with Chinese names, and their cars. Two signs anywhere in a name: by the statement that the gate compiles for
a list, against LIKE, by turns. Then what people type (parts of names, ends of phones, parts of plates, initials of
pinyin), through the API, in lists and in the one box.
"""

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("search")

import random  # noqa: E402

import orjson  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402

from chezhan.catalogue.records.finding.tasks import build_missing  # noqa: E402
from chezhan.catalogue.records.plans import Asked, plan_list  # noqa: E402
from chezhan.catalogue.records.statements import Statement  # noqa: E402
from chezhan.catalogue.records.viewer import viewer_of  # noqa: E402
from chezhan.kernel import clock  # noqa: E402
from tenants.context import tenant_context  # noqa: E402
from tests.bench.gate import adding, asking, filling  # noqa: E402
from tests.bench.pairs import pair_up, say_load, seconds  # noqa: E402

ROWS = pick(small=100_000, full=1_000_000)
RATIO_BAR = pick(small=10, full=100)
PAIRS, WORDS_AGAINST, EACH = 8, 9, pick(small=12, full=25)
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡魏贾丁薛叶余潘"
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文海波晓红梅俊峰鹏飞宇航浩然子轩雨欣嘉怡佳思婷梦瑶春荣新利民金福庆永学东清"
    "成林云龙生凤珍春香月菊莲淑芬惠琴素萍燕雪琳慧莹洁倩颖露琪璐丹萌帆凯旭晨阳辉斌彬博亮健康乐天泽睿哲涵晗瑞祥安宁昊宸铭锐毅恒松柏"
)


def one_of(signs: str, seed: int, skew: float = 1) -> str:
    """Each sign as often as any, or the first ones more: with 1.5 one in 14 is called 王, as in life."""
    even = f"((hashint4extended(n, {seed}) & 1048575) / 1048576.0)"
    return f"substr('{signs}', floor({len(signs)} * power({even}, {skew}))::int + 1, 1)"


NAME = f"{one_of(SURNAMES, 1, 1.5)} || {one_of(GIVEN, 2)} || CASE WHEN n % 5 > 0 THEN {one_of(GIVEN, 3)} ELSE '' END"
TAIL = "convert_to(lpad((n::bigint * 7919 % 10000)::text, 4, '0'), 'UTF8')"
PHONE = rf"decode(md5(n::text), 'hex') || {TAIL} || '\x00'::bytea"
PLATE = "'浙A' || upper(substr(md5('p' || n), 1, 5))"
VIN = "'LGX' || upper(translate(substr(md5('v' || n), 1, 14), 'ioq', '123'))"
WORDS = {
    "a part of a name": lambda chance: chance.choice(SURNAMES) + chance.choice(GIVEN),
    "the end of a phone": lambda chance: f"{chance.randrange(10_000):04}",
    "a part of a plate": lambda chance: "".join(chance.choice("0123456789ABCDEF") for _ in range(4)),
    "initials of pinyin": lambda chance: "".join(chance.choice("wlzcyhsgm") for _ in range(3)),
    "pinyin and initials": lambda chance: chance.choice("zwlc") + chance.choice(("wei", "xiao", "jie", "ming")),
}


def fill(connection, store) -> None:
    customer = filling.CUSTOMER | {"name": NAME, "sealed_phone": PHONE}
    vehicle = filling.VEHICLE | {"plate": PLATE, "vin": VIN}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname FROM pg_indexes WHERE schemaname = %s AND indexname LIKE 'search\\_%%'", [store.schema]
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP INDEX {store.schema}.{name}")
    filling.fill(connection, schema=store.schema, table="customer", values=customer, rows=ROWS)
    filling.fill(connection, schema=store.schema, table="vehicle", values=vehicle, rows=ROWS)
    took = seconds(lambda: say(f"{build_missing(store=store)} indexes were built while the store could be used."))
    say(f"That took {took:.0f} s.")
    for table in ("customer", "vehicle"):
        connection.execute(f'VACUUM ANALYZE {store.schema}."{table}"')


def listed(actor, words: str) -> Statement:
    with tenant_context(actor.in_store):
        asked = Asked(
            viewer=viewer_of(actor), entity="customer", q=words, sort="", filter_json="", fields="name",
            tags="", cursor="", limit=50, today=clock.today(),
        )  # fmt: skip
        return plan_list(asked).page


def infixes(connection) -> list[str]:
    """Two neighbouring signs of names that are there, so as often as people look for them."""
    chance = random.Random(7)
    names = connection.execute(f"SELECT name FROM customer TABLESAMPLE SYSTEM (1) REPEATABLE (7) LIMIT {WORDS_AGAINST}")
    return [name[at : at + 2] for (name,) in names for at in [chance.randrange(len(name) - 1)]]


def against_like(actor, connection) -> tuple[float, bool]:
    """How many times as quick as LIKE, the median of several words; and whether both answer alike. Both statements are
    prepared, as the product's are.
    """
    schema, ratios, alike = actor.in_store.schema, [], True
    connection.execute(f"SET search_path = {schema}, public")
    for words in infixes(connection):
        ours = listed(actor, words)
        like = (
            "SELECT coalesce(json_agg(r), '[]') FROM (SELECT id, version, name FROM customer WHERE name LIKE %s "
            "ORDER BY created_at DESC, id DESC LIMIT 50) r"
        )
        mine = lambda sql=ours: connection.execute(sql.sql, sql.params, prepare=True).fetchone()  # noqa: E731
        other = lambda sql=like, w=words: connection.execute(sql, [f"%{w}%"], prepare=True).fetchone()  # noqa: E731
        alike &= [row["id"] for row in mine()[0]] == [row["id"] for row in other()[0]]
        ratios.append(1 / pair_up(f"{words} in a list, ours against LIKE", mine, other, pairs=PAIRS).ratio)
    return sorted(ratios)[len(ratios) // 2], alike


def typed(person, store) -> tuple[list[float], dict[str, int]]:
    """Seconds of each request that found what it could, and by what was typed how many records were found."""
    headers, chance = asking.headers_of(person, store), random.Random(11)
    took, found = [], dict.fromkeys(WORDS, 0)
    for kind, make in WORDS.items():
        times = []
        for _ in range(EACH):
            words = make(chance)
            entity = "vehicle" if "plate" in kind else "customer"
            for path, query in (
                (f"/api/store/records/{entity}", {"q": words, "count": "false"}),
                ("/api/store/search", {"q": words}),
            ):
                ask = asking.caller(WSGIHandler(), path, headers=headers, query=query)
                answers: list[bytes] = []
                times.append(seconds(lambda ask=ask, answers=answers: answers.append(ask())))
                told = orjson.loads(answers[0])
                found[kind] += len(told.get("rows", ())) + sum(len(one["hits"]) for one in told.get("groups", ()))
        times.sort()
        say(f"{kind}: half within {times[len(times) // 2] * 1000:.0f} ms, 95 % within {_p95(times):.0f} ms")
        took += times
    return took, found


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)] * 1000


def main() -> None:
    with own_database("search") as database, database._owner() as connection:
        cast = database.cast
        actor = cast.actor("manager", store="north")
        say(f"{ROWS} customers and as many cars.")
        fill(connection, actor.in_store)
        ratio, alike = against_like(actor, connection)
        took, found = typed(cast.people["manager"], adding.as_it_is(cast.stores["north"]))
    controls = {f"found by {kind}": many > 0 for kind, many in found.items()}
    say_load()
    say(f"Bars: at least {RATIO_BAR} times as quick as LIKE; first rows within 300 ms.")
    result = {"name": "search", "p95_ms": round(_p95(took), 1), "ratio_like": round(ratio, 1), "n": ROWS}
    controls["both find the same"] = alike
    finish(result=result, bad=(ratio < RATIO_BAR) + (_p95(took) > 300), controls=controls)


if __name__ == "__main__":
    main()
