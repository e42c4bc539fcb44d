"""鸿蒙智行: five brands sold under one roof. Guide prices: published ones of 2024–2026."""

from datetime import date

from chezhan.config.demo.cars.shape import Power, Series, Trim

ER = Power("erev", "1.5T 152马力 增程式", "电动车单速变速箱")
ER_4 = Power("erev", "1.5T 160马力 增程式 四驱", "电动车单速变速箱")
EV_M = Power("bev", "纯电动 292马力", "电动车单速变速箱")
EV_4 = Power("bev", "纯电动 496马力 四驱", "电动车单速变速箱")

SEDAN, SUV, WAGON = "轿车", "SUV", "旅行车"

HARMONY: tuple[Series, ...] = (
    Series(
        "问界",
        "问界M5",
        SUV,
        "LM8",
        12,
        (
            Trim("增程 Max", 229_800, ER),
            Trim("增程 四驱Max", 249_800, ER_4),
            Trim("纯电 Max", 249_800, EV_M),
        ),
    ),
    Series(
        "问界",
        "问界M7",
        SUV,
        "LM8",
        27,
        (
            Trim("Pro 五座后驱", 249_800, ER),
            Trim("Max 五座四驱", 289_800, ER_4),
            Trim("Max 六座四驱", 309_800, ER_4),
            Trim("Ultra 五座四驱", 329_800, ER_4),
        ),
    ),
    Series(
        "问界",
        "问界M8",
        SUV,
        "LM8",
        24,
        (
            Trim("增程 Max+ 五座", 359_800, ER_4),
            Trim("增程 Ultra 六座", 409_800, ER_4),
            Trim("纯电 Max+ 五座", 378_000, EV_4),
            Trim("纯电 Ultra 六座", 448_000, EV_4),
        ),
        launched=date(2025, 4, 16),
    ),
    Series(
        "问界",
        "问界M9",
        SUV,
        "LM8",
        18,
        (
            Trim("增程 Max 五座", 469_800, ER_4),
            Trim("增程 Ultra 六座", 529_800, ER_4),
            Trim("纯电 Max 五座", 509_800, EV_4),
        ),
    ),
    Series(
        "智界",
        "智界S7",
        SEDAN,
        "LNN",
        4,
        (
            Trim("Pro", 229_800, EV_M),
            Trim("Max 长续航", 269_800, EV_M),
            Trim("Max RS 四驱", 329_800, EV_4),
        ),
    ),
    Series(
        "智界",
        "智界R7",
        SUV,
        "LNN",
        12,
        (
            Trim("增程 Max", 249_800, ER),
            Trim("纯电 Pro", 259_800, EV_M),
            Trim("纯电 Ultra 四驱", 339_800, EV_4),
        ),
    ),
    Series(
        "享界",
        "享界S9",
        SEDAN,
        "LNB",
        5,
        (
            Trim("增程 Max", 309_800, ER),
            Trim("纯电 Max", 399_800, EV_M),
            Trim("纯电 Ultra 四驱", 449_800, EV_4),
        ),
    ),
    Series(
        "享界",
        "享界S9T",
        WAGON,
        "LNB",
        4,
        (
            Trim("增程 Max", 309_800, ER),
            Trim("纯电 Max", 319_800, EV_M),
            Trim("纯电 Ultra", 369_800, EV_4),
        ),
        launched=date(2025, 9, 16),
    ),
    Series(
        "尊界",
        "尊界S800",
        SEDAN,
        "LJ1",
        2,
        (
            Trim("增程 星耀版", 708_000, ER_4),
            Trim("纯电 至臻版", 868_000, EV_4),
        ),
        launched=date(2025, 5, 30),
    ),
    Series(
        "尚界",
        "尚界H5",
        SUV,
        "LSJ",
        15,
        (
            Trim("增程 Pro", 159_800, ER),
            Trim("增程 Max", 179_800, ER),
            Trim("纯电 Max", 199_800, EV_M),
        ),
        launched=date(2025, 9, 23),
    ),
)
