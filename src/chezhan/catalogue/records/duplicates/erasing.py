"""Old values that taking a merge back would restore go with the person; so does who was told apart from whom."""

from django.db.models import Q

from chezhan.catalogue.records.duplicates.models import DuplicateGroup, NotDuplicate, RecordMerge
from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef
from tenants.roles import OWNER


@place("merges")
def forget_merges(store: StoreRef, reach: Reach) -> int:
    """Answers how many entries are gone."""
    ids = list(reach.ids())
    merges = RecordMerge.objects.using(OWNER).filter(Q(winner_id__in=ids) | Q(loser_id__in=ids))
    pairs = NotDuplicate.objects.using(OWNER).filter(Q(first__in=ids) | Q(second__in=ids))
    groups = DuplicateGroup.objects.using(OWNER).filter(ids__overlap=ids)
    return merges.delete()[0] + pairs.delete()[0] + groups.delete()[0]
