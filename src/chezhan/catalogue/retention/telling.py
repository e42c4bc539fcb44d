"""What the audit tells of periods: which one was changed, from what to what."""

from chezhan.catalogue.records.trail.settings import Setting, tell_of
from chezhan.catalogue.retention.models import RetentionPeriod

tell_of("retention_period", Setting("retention_period", RetentionPeriod, ("name",), ("span",)))
