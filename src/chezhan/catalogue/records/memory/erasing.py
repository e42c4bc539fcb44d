"""That somebody looked at a person's records, or starred them, goes with the person."""

from chezhan.catalogue.records.memory.models import Favourite, SeenRecord
from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef
from tenants.roles import OWNER


@place("memory")
def forget_records(store: StoreRef, reach: Reach) -> int:
    """Answers how many rows are gone."""
    return sum(
        model.objects.using(OWNER).filter(record_id__in=list(reach.ids())).delete()[0]
        for model in (SeenRecord, Favourite)
    )
