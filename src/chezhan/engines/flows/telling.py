"""What the audit tells of flows: when one was made, published or switched; never what a draft says."""

from chezhan.catalogue.records.trail.settings import Setting, tell_of
from chezhan.engines.flows.models import Flow

tell_of("flow", Setting("flow", Flow, ("entity",), ("name", "published", "enabled")))
