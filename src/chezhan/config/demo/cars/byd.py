"""比亚迪 王朝网. Guide prices: the maker's published ones of 2024–2026, rounded to the hundred."""

from datetime import date

from chezhan.config.demo.cars.shape import Power, Series, Trim

DM = Power("phev", "1.5L 101马力 插电混动", "E-CVT无级变速")
DM_T = Power("phev", "1.5T 156马力 插电混动", "E-CVT无级变速")
DM_P = Power("phev", "1.5T 156马力 插电混动 四驱", "E-CVT无级变速")
EV_S = Power("bev", "纯电动 136马力", "电动车单速变速箱")
EV_M = Power("bev", "纯电动 204马力", "电动车单速变速箱")
EV_L = Power("bev", "纯电动 313马力", "电动车单速变速箱")
EV_4 = Power("bev", "纯电动 530马力 四驱", "电动车单速变速箱")

SEDAN, SUV, MPV = "轿车", "SUV", "MPV"


def _byd(name: str, body: str, weight: float, *trims: Trim, wmi: str = "LGX", launched: date | None = None) -> Series:
    return Series("比亚迪", name, body, wmi, weight, trims, launched)


BYD: tuple[Series, ...] = (
    _byd(
        "秦PLUS DM-i",
        SEDAN,
        17,
        Trim("55KM 领先型", 79_800, DM),
        Trim("55KM 超越型", 89_800, DM),
        Trim("128KM 超越型", 103_800, DM),
    ),
    _byd(
        "秦PLUS EV",
        SEDAN,
        7,
        Trim("420KM 领先型", 109_800, EV_S),
        Trim("510KM 超越型", 129_800, EV_S),
        wmi="LC0",
    ),
    _byd(
        "秦L DM-i",
        SEDAN,
        12,
        Trim("80KM 领先型", 99_800, DM),
        Trim("80KM 超越型", 109_800, DM),
        Trim("128KM 卓越型", 139_800, DM),
    ),
    _byd(
        "秦L EV",
        SEDAN,
        5,
        Trim("470KM 领先型", 119_800, EV_S),
        Trim("545KM 超越型", 139_800, EV_M),
        wmi="LC0",
        launched=date(2025, 3, 23),
    ),
    _byd(
        "汉DM-i",
        SEDAN,
        6,
        Trim("125KM 尊贵型", 165_800, DM_T),
        Trim("125KM 旗舰型", 195_800, DM_T),
        Trim("200KM 智驾型", 225_800, DM_T),
    ),
    _byd(
        "汉EV",
        SEDAN,
        4,
        Trim("605KM 尊贵型", 179_800, EV_L),
        Trim("701KM 尊享型", 209_800, EV_L),
        Trim("610KM 四驱旗舰型", 249_800, EV_4),
        wmi="LC0",
    ),
    _byd(
        "汉L",
        SEDAN,
        3,
        Trim("DM 旗舰型", 209_800, DM_P),
        Trim("EV 701KM 旗舰型", 229_800, EV_L),
        Trim("EV 601KM 四驱型", 279_800, EV_4),
        wmi="LC0",
        launched=date(2025, 4, 9),
    ),
    _byd(
        "宋Pro DM-i",
        SUV,
        13,
        Trim("75KM 领先型", 112_800, DM),
        Trim("75KM 超越型", 122_800, DM),
        Trim("115KM 卓越型", 142_800, DM),
    ),
    _byd(
        "宋L DM-i",
        SUV,
        8,
        Trim("75KM 领先型", 135_800, DM),
        Trim("112KM 超越型", 151_800, DM),
        Trim("160KM 卓越型", 175_800, DM_T),
    ),
    _byd(
        "宋L EV",
        SUV,
        4,
        Trim("550KM 领先型", 189_800, EV_M),
        Trim("662KM 超越型", 209_800, EV_L),
        Trim("602KM 四驱卓越型", 249_800, EV_4),
        wmi="LC0",
    ),
    _byd(
        "元PLUS",
        SUV,
        9,
        Trim("430KM 领先型", 119_800, EV_M),
        Trim("510KM 超越型", 135_800, EV_M),
        Trim("510KM 卓越型", 147_800, EV_M),
        wmi="LC0",
    ),
    _byd(
        "元UP",
        SUV,
        8,
        Trim("301KM 活力型", 96_800, EV_S),
        Trim("401KM 超越型", 109_800, EV_S),
        wmi="LC0",
    ),
    _byd(
        "唐DM-i",
        SUV,
        4,
        Trim("112KM 尊贵型", 179_800, DM_T),
        Trim("112KM 尊享型", 199_800, DM_T),
        Trim("215KM 尊荣型", 219_800, DM_T),
    ),
    _byd(
        "唐L",
        SUV,
        3,
        Trim("DM 尊荣型", 229_800, DM_P),
        Trim("EV 670KM 旗舰型", 249_800, EV_L),
        wmi="LC0",
        launched=date(2025, 4, 9),
    ),
    _byd(
        "夏",
        MPV,
        3,
        Trim("100KM 尊荣型", 249_800, DM_T),
        Trim("180KM 尊荣型", 269_800, DM_T),
        Trim("180KM 旗舰型", 309_800, DM_T),
        launched=date(2025, 1, 8),
    ),
)
