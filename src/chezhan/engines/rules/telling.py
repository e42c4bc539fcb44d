"""What the audit tells of rules: when one was made, published, switched or moved; never what a draft says."""

from chezhan.catalogue.records.trail.settings import Setting, tell_of
from chezhan.engines.rules.models import Rule

tell_of("rule", Setting("rule", Rule, ("entity",), ("name", "published", "enabled", "position")))
