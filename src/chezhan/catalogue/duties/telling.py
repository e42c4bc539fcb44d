"""What the audit tells of duties: who looks after what from then on, or no more."""

from chezhan.catalogue.duties.models import Duty
from chezhan.catalogue.records.trail.settings import Setting, tell_of

tell_of("duty", Setting("duty", Duty, ("person", "value")))
