import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { invite } from "@/api/sdk.gen";
import type { InvitationDraft, StoreEntry } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { rolesQuery } from "./api/roles";
import { InvitationLink } from "./InvitationLink";
import { InviteForm } from "./InviteForm";
import { usePeopleTexts } from "./texts";

/** The form, then the link it made. `store` null: any place of the group may be chosen. */
export function InviteSheet(props: {
  group: string;
  store: string | null;
  stores: StoreEntry[];
  seats: string | undefined;
  onClose: () => void;
}) {
  const { group, store, stores, seats, onClose } = props;
  const t = usePeopleTexts();
  const client = useQueryClient();
  const roles = useQuery(rolesQuery);
  const inviting = useMutation({
    mutationFn: async (draft: InvitationDraft) => ({
      invitation: await invite({ path: { group }, body: draft }),
      email: draft.email ?? null,
    }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["group", group, "people"] }),
        client.invalidateQueries({ queryKey: ["hq", group, "plan"] }),
      ]),
  });

  if (inviting.data) {
    const more = <Button onClick={() => inviting.reset()}>{t("made.another")}</Button>;
    return <InvitationLink {...inviting.data} seats={seats} more={more} onDone={onClose} />;
  }
  if (roles.isPending) return <SkeletonRows />;
  if (roles.error) return <ErrorPanel error={roles.error} onRetry={() => void roles.refetch()} />;
  return (
    <InviteForm
      group={group}
      roles={roles.data}
      fixedStore={store}
      stores={stores}
      busy={inviting.isPending}
      error={inviting.error}
      onSubmit={inviting.mutate}
    />
  );
}
