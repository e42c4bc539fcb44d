import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { giveRole } from "@/api/sdk.gen";
import type { StoreEntry } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { useRoleName } from "@/features/roles/useRoleName";
import { storeRolesQuery } from "./api/roles";
import type { PersonEntry } from "./byPerson";
import styles from "./people.module.css";
import { RoleChoices } from "./RoleChoices";
import { usePeopleTexts } from "./texts";
import { useRoleText } from "./useRoleText";

/** One more role in the store for somebody who works there: what it opens is said before it is given. */
export function GiveRole(props: { group: string; store: StoreEntry; entry: PersonEntry; onClose: () => void }) {
  const { group, store, entry } = props;
  const t = usePeopleTexts();
  const tCommon = useCommonTexts();
  const roleName = useRoleName();
  const roleText = useRoleText();
  const client = useQueryClient();
  const roles = useQuery(storeRolesQuery(group, store.slug));
  const [role, setRole] = useState<string | null>(null);
  const giving = useMutation({
    mutationFn: (key: string) => giveRole({ path: { group, store: store.slug }, body: { person_id: entry.person.id, role: key } }),
    onSuccess: async () => {
      props.onClose();
      await client.invalidateQueries();
    },
  });
  const held = new Set(entry.places.filter((place) => place.store?.slug === store.slug).map((place) => place.role));
  const others = (roles.data ?? []).filter(({ key }) => !held.has(key));
  const name = entry.person.name || t("noName");
  if (roles.isPending) return <SkeletonRows rows={4} />;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (role !== null) giving.mutate(role);
      }}
    >
      <p>{t("giving.text", { name })}</p>
      <RoleChoices roles={others.map(({ key }) => key)} own={others.filter(({ label }) => label !== null)} value={role} onChange={setRole} />
      {role !== null && (
        <p role="status">
          {t("giving.opens", {
            name,
            role: roleName(role, others.find(({ key }) => key === role)?.label ?? null),
            text: roleText(role),
          })}
        </p>
      )}
      {Boolean(roles.error ?? giving.error) && <FormError error={roles.error ?? giving.error} />}
      <div className={styles.buttons}>
        <Button onClick={props.onClose}>{tCommon("cancel")}</Button>
        <Button type="primary" htmlType="submit" disabled={role === null} loading={giving.isPending}>
          {t("giving.confirm")}
        </Button>
      </div>
    </form>
  );
}
