"""What the audit tells of sources: never a secret, nor the address, which is half of one."""

from chezhan.catalogue.records.trail.settings import Setting, tell_of
from chezhan.modules.inbound.models import LeadSource

tell_of("lead_source", Setting("lead_source", LeadSource, ("name",), ("enabled", "kind", "channel", "owner")))
