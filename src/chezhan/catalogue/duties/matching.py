"""Whether what somebody looks after is what a record says, and how closely."""

from collections.abc import Iterable, Sequence

from chezhan.catalogue.duties.places import wholes

# Names of regions stand with these or without.
UNITS = "省市区县州盟旗"
# How close the place itself is; less by as much of its name as who looks after it leaves out.
ITSELF = 1_000


def closeness(*, aspect: str, values: Iterable[str], said: Sequence[str]) -> int:
    """`said`: what the record says of it, the broadest first (the brand, then the series). 0: not theirs. Who looks
    after the district comes before who looks after its city, who has the city before who has the province, whichever
    of them the record names; and who knows the series before who knows the brand.
    """
    return max((_one(aspect, _plain(value), [_plain(one) for one in said]) for value in values), default=0)


def _one(aspect: str, value: str, said: Sequence[str]) -> int:
    if not value:
        return 0
    if aspect == "region":
        return max((_within(value, region) for region in said), default=0)
    return max((place for place, one in enumerate(said, start=1) if one == value), default=0)


def _within(value: str, region: str) -> int:
    """Known places by their whole names, with those of the city and the province above them; where several are called
    so, any of them may be meant. Others as they are written.
    """
    theirs, places = wholes(value), wholes(region)
    if theirs and places:
        return max((_place(one, whole) for one in theirs for whole in places if whole.startswith(one)), default=0)
    return _place(value, region)


def _place(value: str, region: str) -> int:
    """Where in the region's name theirs ends: the further, the smaller the place."""
    if _bare(region) == _bare(value):
        return ITSELF
    at = region.rfind(value)
    return max(ITSELF - (len(region) - at - len(value)), 1) if at >= 0 else 0


def _bare(name: str) -> str:
    return name[:-1] if len(name) > 2 and name[-1] in UNITS else name


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
