import { useQuery } from "@tanstack/react-query";
import { planQuery } from "@/features/hq/plan/api/plan";
import { useHq } from "@/features/session/useHq";
import { PeoplePage } from "./PeoplePage";
import { usePeopleTexts } from "./texts";

/** Everybody of the group, in all its places. */
export function PeopleOfGroup() {
  const t = usePeopleTexts();
  const group = useHq();
  const owner = group.role === "group_owner";
  const plan = useQuery({ ...planQuery(group.slug), enabled: owner });
  const seats = plan.data && t("seats", { used: plan.data.seats_used, pending: plan.data.seats_pending });
  return (
    <PeoplePage
      group={group.slug}
      store={null}
      stores={group.stores}
      mayInvite={owner}
      title={t("title")}
      note={owner ? seats : t("ask")}
      seats={seats}
    />
  );
}
