"""When Chinese showrooms are full: by month, weekday, Spring Festival and public holidays."""

from datetime import date, timedelta

MONTHS = (1.04, 0.86, 0.94, 0.92, 0.98, 1.06, 0.88, 0.94, 1.16, 1.12, 1.08, 1.30)
"""January to December, against the year's mean: 金九银十 and the year-end rush stand out."""
WEEKDAYS = (0.74, 0.70, 0.74, 0.80, 0.94, 1.52, 1.56)
"""Monday to Sunday."""

SPRING_FESTIVAL: dict[int, date] = {
    day.year: day
    for day in (
        *(date(2020, 1, 25), date(2021, 2, 12), date(2022, 2, 1), date(2023, 1, 22), date(2024, 2, 10)),
        *(date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13)),
        *(date(2030, 2, 3), date(2031, 1, 23), date(2032, 2, 11), date(2033, 1, 31), date(2034, 2, 19)),
        *(date(2035, 2, 8), date(2036, 1, 28), date(2037, 2, 15), date(2038, 2, 4), date(2039, 1, 24)),
    )
}


def spring_festival(year: int) -> date:
    """First day of the lunar year. Outside 2020–2039 its usual middle, 4 February."""
    return SPRING_FESTIVAL.get(year, date(year, 2, 4))


def showroom_factor(day: date) -> float:
    """Orders of a day against those of an average one."""
    return MONTHS[day.month - 1] * WEEKDAYS[day.weekday()] * _festival(day) * _holiday(day)


def workshop_factor(day: date) -> float:
    """New customers of a repair shop: before the long drives home and the October holiday."""
    ahead = (spring_festival(day.year) - day).days
    rush = 1.5 if 3 <= ahead <= 24 else 1.0
    autumn = 1.25 if date(day.year, 9, 10) <= day <= date(day.year, 9, 30) else 1.0
    return rush * autumn * _festival(day) * (0.9 + 0.2 * (day.weekday() >= 5))


def _festival(day: date) -> float:
    ahead = (spring_festival(day.year) - day).days
    if -7 < ahead <= 2:
        return 0.12
    if -21 < ahead <= -7:
        return 0.62
    return 1.22 if 3 <= ahead <= 24 else 1.0


def _holiday(day: date) -> float:
    golden_week = date(day.year, 10, 1) <= day < date(day.year, 10, 8)
    may_days = date(day.year, 5, 1) <= day < date(day.year, 5, 6)
    return 1.3 if golden_week or may_days else 1.0


def days_between(first: date, last: date) -> list[date]:
    """Both ends included."""
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
