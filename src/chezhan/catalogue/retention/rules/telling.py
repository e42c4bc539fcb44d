"""What the audit tells of rules by which records go, and of records that are held."""

from chezhan.catalogue.records.trail.settings import Setting, tell_of
from chezhan.catalogue.retention.rules.models import RetentionRule

TOLD = ("name", "months", "does", "per_night", "state", "stop_code")

tell_of("retention_rule", Setting("retention_rule", RetentionRule, ("name", "entity"), TOLD))
