import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { FormError } from "@/components/FormError";
import { signOut } from "@/features/session/api/signOut";
import { meQuery } from "@/features/session/api/me";
import type { Me } from "@/api/types.gen";
import { hqPath } from "@/features/session/hqPath";
import { acceptInvitation } from "@/api/sdk.gen";
import styles from "./invitation.module.css";
import { useInvitationTexts } from "./texts";

export function AcceptInvitation({ token, me }: { token: string; me: Me }) {
  const t = useInvitationTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const accepting = useMutation({
    mutationFn: () => acceptInvitation({ path: { token } }),
    onSuccess: async ({ group_slug, store_slug }) => {
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
      await navigate({ to: store_slug ? `/s/${store_slug}` : hqPath(group_slug, "compare"), replace: true });
    },
  });
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => client.resetQueries({ queryKey: meQuery.queryKey }),
  });
  return (
    <>
      <FormError error={accepting.error ?? leaving.error} />
      <Button type="primary" block loading={accepting.isPending} onClick={() => accepting.mutate()}>
        {t("accept")}
      </Button>
      <div className={styles.other}>
        <span>{t("signedInAs", { name: me.person.name || me.person.email || me.person.phone })}</span>
        <Button type="link" size="small" onClick={() => leaving.mutate()}>
          {t("otherAccount")}
        </Button>
      </div>
    </>
  );
}
