"""What one customer may be to another, and what the other is to them then."""

from chezhan.catalogue.entity import Option
from chezhan.catalogue.labels import Label

# In the order in which they are offered and shown: a household first, then work, then the rest.
KINDS = (
    Option("spouse", Label("配偶", "Spouse")),
    Option("parent", Label("父母", "Parent")),
    Option("child", Label("子女", "Child")),
    Option("sibling", Label("兄弟姐妹", "Brother or sister")),
    Option("relative", Label("其他亲属", "Other relative")),
    Option("friend", Label("朋友", "Friend")),
    Option("driver", Label("司机", "Driver")),
    Option("driven", Label("用车人", "Driven by them")),
    Option("company", Label("所在企业", "Company they work for")),
    Option("contact", Label("企业联系人", "Contact at the company")),
    Option("colleague", Label("同事", "Colleague")),
    Option("referrer", Label("介绍人", "Who recommended us to them")),
    Option("referred", Label("被介绍的人", "Who came on their word")),
    Option("other", Label("其他", "Other")),
)
_PAIRS = (("parent", "child"), ("driver", "driven"), ("company", "contact"), ("referrer", "referred"))
_OTHER_WAY = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def from_the_other_side(kind: str) -> str:
    """What somebody is to whoever is `kind` to them; most are the same both ways."""
    return _OTHER_WAY.get(kind, kind)
