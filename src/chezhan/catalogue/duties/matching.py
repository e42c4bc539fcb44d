"""Whether what somebody looks after is what a record says, and how closely."""

from collections.abc import Iterable, Sequence

# Names of regions stand with these or without.
UNITS = "省市区县州盟旗"


def closeness(*, aspect: str, values: Iterable[str], said: Sequence[str]) -> int:
    """`said`: what the record says of it, the broadest first (the brand, then the series). 0: not theirs. Who looks
    after the district comes before who looks after its city, and who knows the series before who knows the brand.
    """
    return max((_one(aspect, _plain(value), [_plain(one) for one in said]) for value in values), default=0)


def _one(aspect: str, value: str, said: Sequence[str]) -> int:
    if not value:
        return 0
    if aspect == "region":
        return max((_within(value, region) for region in said), default=0)
    return max((place for place, one in enumerate(said, start=1) if one == value), default=0)


def _within(value: str, region: str) -> int:
    """Where in the region's whole name theirs stands: the further, the smaller the place."""
    if _bare(region) == _bare(value):
        return len(region)
    at = region.rfind(value)
    return at + len(value) if at >= 0 else 0


def _bare(name: str) -> str:
    return name[:-1] if len(name) > 2 and name[-1] in UNITS else name


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
