"""What the audit tells of templates: when one was made, kept or retired; never what a draft says."""

from chezhan.catalogue.records.trail.settings import Setting, tell_of
from chezhan.engines.printing.models import PrintTemplate

tell_of("print_template", Setting("print_template", PrintTemplate, ("entity",), ("name", "kept_at", "retired")))
