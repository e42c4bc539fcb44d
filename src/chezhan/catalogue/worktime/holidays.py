"""China's public holidays and the weekends that are worked instead, year by year.

2025 and 2026 as the State Council ordered, compared with the table of the package chinesecalendar. Of later years only
the thirteen days that the law itself names are known (全国年节及纪念日放假办法, as amended for 2025): the order, which
adds bridging days and worked weekends, comes in the November before. A store adds what it needs as days of its own;
KNOWN says up to when that is not necessary.
"""

import datetime as dt
from typing import Literal, get_args

Holiday = Literal["new_year", "spring_festival", "qingming", "labour_day", "dragon_boat", "mid_autumn", "national_day"]
HOLIDAYS: tuple[Holiday, ...] = get_args(Holiday)
KNOWN = dt.date(2026, 12, 31)
# (first day, last day) of each; a year is added with its order.
_OFF: dict[int, dict[Holiday, tuple[str, str]]] = {
    2025: {
        "new_year": ("01-01", "01-01"),
        "spring_festival": ("01-28", "02-04"),
        "qingming": ("04-04", "04-06"),
        "labour_day": ("05-01", "05-05"),
        "dragon_boat": ("05-31", "06-02"),
        "mid_autumn": ("10-06", "10-06"),
        "national_day": ("10-01", "10-08"),
    },
    2026: {
        "new_year": ("01-01", "01-03"),
        "spring_festival": ("02-15", "02-23"),
        "qingming": ("04-04", "04-06"),
        "labour_day": ("05-01", "05-05"),
        "dragon_boat": ("06-19", "06-21"),
        "mid_autumn": ("09-25", "09-27"),
        "national_day": ("10-01", "10-07"),
    },
    # By law alone.
    2027: {
        "new_year": ("01-01", "01-01"),
        "spring_festival": ("02-05", "02-08"),
        "qingming": ("04-05", "04-05"),
        "labour_day": ("05-01", "05-02"),
        "dragon_boat": ("06-09", "06-09"),
        "mid_autumn": ("09-15", "09-15"),
        "national_day": ("10-01", "10-03"),
    },
    2028: {
        "new_year": ("01-01", "01-01"),
        "spring_festival": ("01-25", "01-28"),
        "qingming": ("04-04", "04-04"),
        "labour_day": ("05-01", "05-02"),
        "dragon_boat": ("05-28", "05-28"),
        "mid_autumn": ("10-03", "10-03"),
        "national_day": ("10-01", "10-03"),
    },
}
_WORKED = (
    *("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"),
    *("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
)


def _days() -> dict[dt.date, Holiday]:
    found: dict[dt.date, Holiday] = {}
    for year, holidays in _OFF.items():
        for name, (first, last) in holidays.items():
            day, end = (dt.date.fromisoformat(f"{year}-{text}") for text in (first, last))
            while day <= end:
                # The later one gives its name where two meet, as Mid-Autumn within the week of the National Day.
                found[day] = "mid_autumn" if found.get(day) == "mid_autumn" else name
                day += dt.timedelta(days=1)
    return found


OFF: dict[dt.date, Holiday] = _days()
WORKED_WEEKENDS = frozenset(dt.date.fromisoformat(text) for text in _WORKED)
