"""Festivals and the terms with which seasons begin, by the calendar that people keep.

Days of the lunar calendar and solar terms in Beijing time, of which the packages lunardate and cnlunar say the same; a
day by the solar calendar alone is the same each year. After KNOWN nothing falls on any of them.
"""

import datetime as dt
from typing import Literal, get_args

Festival = Literal[
    "new_year", "spring_festival", "lantern", "qingming", "labour_day", "dragon_boat", "qixi", "mid_autumn",
    "double_ninth", "national_day", "spring_begins", "summer_begins", "autumn_begins", "winter_begins",
]  # fmt: skip
FESTIVALS: tuple[Festival, ...] = get_args(Festival)
KNOWN = dt.date(2050, 12, 31)

_FIXED: dict[Festival, str] = {"new_year": "0101", "labour_day": "0501", "national_day": "1001"}
_MOVING: tuple[Festival, ...] = (
    "spring_festival", "lantern", "dragon_boat", "qixi", "mid_autumn", "double_ninth",
    "spring_begins", "qingming", "summer_begins", "autumn_begins", "winter_begins",
)  # fmt: skip
_DAYS = """
2026 0217 0303 0619 0819 0925 1018 0204 0405 0505 0807 1107
2027 0206 0220 0609 0808 0915 1008 0204 0405 0506 0808 1107
2028 0126 0209 0528 0826 1003 1026 0204 0404 0505 0807 1107
2029 0213 0227 0616 0816 0922 1016 0203 0404 0505 0807 1107
2030 0203 0217 0605 0805 0912 1005 0204 0405 0505 0807 1107
2031 0123 0206 0624 0824 1001 1024 0204 0405 0506 0808 1107
2032 0211 0225 0612 0812 0919 1012 0204 0404 0505 0807 1107
2033 0131 0214 0601 0801 0908 1001 0203 0404 0505 0807 1107
2034 0219 0305 0620 0820 0927 1020 0204 0405 0505 0807 1107
2035 0208 0222 0610 0810 0916 1009 0204 0405 0505 0807 1107
2036 0128 0211 0530 0828 1004 1027 0204 0404 0505 0807 1107
2037 0215 0301 0618 0817 0924 1017 0203 0404 0505 0807 1107
2038 0204 0218 0607 0807 0913 1007 0204 0405 0505 0807 1107
2039 0124 0207 0527 0826 1002 1026 0204 0405 0505 0807 1107
2040 0212 0226 0614 0814 0920 1014 0204 0404 0505 0807 1107
2041 0201 0215 0603 0803 0910 1003 0203 0404 0505 0807 1107
2042 0122 0205 0622 0822 0928 1022 0204 0404 0505 0807 1107
2043 0210 0224 0611 0811 0917 1011 0204 0405 0505 0807 1107
2044 0130 0213 0531 0731 1005 1029 0204 0404 0505 0807 1107
2045 0217 0303 0619 0819 0925 1018 0203 0404 0505 0807 1107
2046 0206 0220 0608 0808 0915 1008 0204 0404 0505 0807 1107
2047 0126 0209 0529 0827 1004 1027 0204 0405 0505 0807 1107
2048 0214 0228 0615 0816 0922 1016 0204 0404 0505 0807 1107
2049 0202 0216 0604 0805 0911 1005 0203 0404 0505 0807 1107
2050 0123 0206 0623 0823 0930 1024 0203 0404 0505 0807 1107
"""


def _by_day() -> dict[dt.date, frozenset[Festival]]:
    found: dict[dt.date, frozenset[Festival]] = {}
    for line in _DAYS.split("\n"):
        if not line:
            continue
        year, *moving = line.split()
        for name, day in {**dict(zip(_MOVING, moving, strict=True)), **_FIXED}.items():
            at = dt.date(int(year), int(day[:2]), int(day[2:]))
            found[at] = found.get(at, frozenset()) | {name}
    return found


_OF_DAY = _by_day()


def festivals_on(day: dt.date) -> frozenset[Festival]:
    return _OF_DAY.get(day, frozenset())
