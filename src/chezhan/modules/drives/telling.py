"""What the audit tells of the customers' page: that it was opened, switched or changed; never its address."""

from chezhan.catalogue.records.trail.settings import Setting, tell_of
from chezhan.modules.drives.models import DrivePage

SHOWN = ("enabled", "intro", "bring", "terms", "days_ahead", "notice_hours", "per_hour", "per_day")

tell_of("drive_page", Setting("drive_page", DrivePage, (), SHOWN))
