"""What the audit tells of a store's particulars: all of them."""

from chezhan.catalogue.particulars.models import Particulars
from chezhan.catalogue.particulars.services import NAMES
from chezhan.catalogue.records.trail.settings import Setting, tell_of

tell_of("store_particulars", Setting("particulars", Particulars, (), NAMES))
