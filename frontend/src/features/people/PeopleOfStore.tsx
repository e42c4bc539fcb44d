import { TeamOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { findStore, useMe } from "@/features/session/useMe";
import { storeHomeQuery } from "@/features/store/api/home";
import { DutiesPanel } from "./duties/DutiesPanel";
import { PeoplePage } from "./PeoplePage";
import { usePeopleTexts } from "./texts";

/** The people of one store, for its manager. */
export function PeopleOfStore() {
  const t = usePeopleTexts();
  const tCommon = useCommonTexts();
  const { store: slug } = useParams({ from: "/_shell/s/$store/people" });
  const found = findStore(useMe(), slug);
  const home = useQuery(storeHomeQuery(slug));
  if (home.isPending) return <SkeletonRows />;
  const permissions = home.data?.permissions ?? [];
  if (!found || !permissions.includes("people.read")) {
    return (
      <EmptyState whole icon={<TeamOutlined />} title={tCommon("forbidden.title")} text={tCommon("forbidden.text")} />
    );
  }
  const mayInvite = permissions.includes("people.invite");
  return (
    <>
      <PeoplePage
        group={found.group.slug}
        store={slug}
        stores={[found.store]}
        mayInvite={mayInvite}
        mayView={permissions.includes("view_as")}
        mayHandOver={permissions.includes("people.remove")}
        title={t("titleOf", { store: found.store.name })}
        note={mayInvite ? undefined : t("ask")}
        seats={undefined}
      />
      <DutiesPanel store={slug} />
    </>
  );
}
