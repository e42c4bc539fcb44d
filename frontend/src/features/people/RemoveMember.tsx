import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { endMembership } from "@/api/sdk.gen";
import type { Member } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import { ownedQuery } from "@/features/handover/api";
import { LeftTo, leaveTo, partsLeft } from "@/features/handover/LeftTo";
import { OwnedNotice } from "@/features/handover/OwnedNotice";
import { StandingNotice } from "@/features/handover/StandingNotice";
import { useHandoverTexts } from "@/features/handover/texts";
import { useRoleName } from "@/features/roles/useRoleName";
import { useMe } from "@/features/session/useMe";
import styles from "./people.module.css";
import { usePeopleTexts } from "./texts";

/** Says in words what ends before it is ended. */
export function RemoveMember(props: { group: string; handIn: string | null; member: Member; onClose: () => void }) {
  const { group, handIn, member, onClose } = props;
  const t = usePeopleTexts();
  const tCommon = useCommonTexts();
  const tHandover = useHandoverTexts();
  const [to, setTo] = useState<string | null>(null);
  const owned = useQuery({ ...ownedQuery(handIn ?? "", member.person.id), enabled: handIn !== null }).data ?? [];
  const roleName = useRoleName();
  const client = useQueryClient();
  const { person: me } = useMe();
  const removing = useMutation({
    mutationFn: async () => {
      // Another role of theirs keeps what is theirs; who chose nobody is told by the server what is left.
      if (handIn !== null && to !== null && partsLeft(owned).length > 0) {
        await leaveTo(handIn, member.person.id, tHandover("leftReason"), owned, to);
        await client.invalidateQueries({ queryKey: ownedQuery(handIn, member.person.id).queryKey });
      }
      return endMembership({ path: { group, membership_id: member.membership_id } });
    },
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries();
    },
  });
  const words = {
    name: member.person.name || t("noName"),
    place: member.store?.name ?? t("headquarters"),
    role: roleName(member.role, member.role_label),
  };
  return (
    <div className={styles.form}>
      <p>{t("removing.text", words)}</p>
      {handIn !== null && <OwnedNotice store={handIn} person={member.person.id} name={words.name} />}
      {handIn !== null && partsLeft(owned).length > 0 && <LeftTo store={handIn} person={member.person.id} value={to} onChange={setTo} />}
      {handIn !== null && <StandingNotice store={handIn} person={member.person.id} name={words.name} />}
      {member.person.id === me.id && <p className={styles.warning}>{t("removing.own", words)}</p>}
      {removing.error && <FormError error={removing.error} />}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button danger type="primary" loading={removing.isPending} onClick={() => removing.mutate()}>
          {t("removing.confirm")}
        </Button>
      </div>
    </div>
  );
}
