import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { invite, revokeInvitation } from "@/api/sdk.gen";
import type { NewInvitation, OpenInvitation } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { InvitationLine } from "./InvitationLine";
import { InvitationLink } from "./InvitationLink";
import styles from "./people.module.css";
import { usePeopleTexts } from "./texts";

type Made = { invitation: NewInvitation; email: string | null };

/** Links are shown once, so a lost one is replaced: the old one is revoked first. */
export function Invitations(props: { group: string; invitations: OpenInvitation[]; mayInvite: boolean }) {
  const { group, invitations, mayInvite } = props;
  const t = usePeopleTexts();
  const client = useQueryClient();
  const [made, setMade] = useState<Made | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ["group", group, "people"] });
  const revoking = useMutation({
    mutationFn: ({ id }: OpenInvitation) => revokeInvitation({ path: { group, invitation_id: id } }),
    onSettled: refresh,
  });
  const renewing = useMutation({
    mutationFn: async ({ id, store, role, email, name }: OpenInvitation): Promise<Made> => {
      await revokeInvitation({ path: { group, invitation_id: id } });
      const body = { store: store?.slug ?? null, role, email, name };
      return { invitation: await invite({ path: { group }, body }), email };
    },
    onSuccess: setMade,
    onSettled: refresh,
  });
  const busy = revoking.isPending || renewing.isPending;

  return (
    <>
      {invitations.length === 0 && <p className={styles.none}>{t("pending.none")}</p>}
      {(revoking.error ?? renewing.error) && <FormError error={revoking.error ?? renewing.error} />}
      <ul>
        {invitations.map((invitation) => (
          <InvitationLine
            key={invitation.id}
            invitation={invitation}
            actions={mayInvite ? { busy, onRevoke: revoking.mutate, onRenew: renewing.mutate } : null}
          />
        ))}
      </ul>
      {mayInvite && invitations.length > 0 && <p className={styles.foot}>{t("pending.renewText")}</p>}
      <Sheet open={made !== null} title={t("made.title")} onClose={() => setMade(null)}>
        {made && <InvitationLink {...made} onDone={() => setMade(null)} />}
      </Sheet>
    </>
  );
}
