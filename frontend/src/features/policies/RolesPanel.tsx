import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { retireRole } from "@/api/sdk.gen";
import type { MatrixOut, PolicyRoleOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { useCommonTexts } from "@/components/texts";
import { inStore } from "@/http/inStore";
import styles from "./policies.module.css";
import { RoleForm } from "./RoleForm";
import { usePolicyWords } from "./useWords";

type Open = { kind: "add" } | { kind: "name" | "retire"; role: PolicyRoleOut };

/** The roles that ship and the store's own, with how many people hold each. */
export function RolesPanel(props: { store: string; matrix: MatrixOut; onShow: (role: string) => void }) {
  const { store, matrix } = props;
  const words = usePolicyWords();
  const { t } = words;
  const [open, setOpen] = useState<Open | null>(null);
  const ownFirst = matrix.roles.toSorted((one, other) => Number(other.label !== null) - Number(one.label !== null));
  const close = () => setOpen(null);
  return (
    <Panel title={t("roles")} flush>
      <div className={styles.add}>
        <Button icon={<PlusOutlined />} onClick={() => setOpen({ kind: "add" })}>
          {t("roleForm.add")}
        </Button>
      </div>
      <ul className={styles.list}>
        {ownFirst.map((role) => (
          <li key={role.key}>
            <span className={styles.words}>
              <b>{words.role(role)}</b>
              <span className={styles.soft}>
                {t(role.locked ? "roleKind.head" : role.label ? "roleKind.own" : "roleKind.shipped")}
                {" · "}
                {t("holders", { count: role.people })}
              </span>
            </span>
            <Button size="small" aria-label={t("showOf", { name: words.role(role) })} onClick={() => props.onShow(role.key)}>
              {t("show")}
            </Button>
            {role.label && (
              <>
                <Button
                  size="small"
                  aria-label={t("renameOf", { name: words.role(role) })}
                  onClick={() => setOpen({ kind: "name", role })}
                >
                  {t("rename")}
                </Button>
                <Button
                  size="small"
                  aria-label={t("retireOf", { name: words.role(role) })}
                  onClick={() => setOpen({ kind: "retire", role })}
                >
                  {t("retire")}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <Sheet open={open?.kind === "add"} title={t("roleForm.add")} onClose={close}>
        <RoleForm store={store} roles={matrix.roles} edited={null} onDone={close} />
      </Sheet>
      {open?.kind === "name" && (
        <Sheet open title={t("rename")} onClose={close}>
          <RoleForm store={store} roles={matrix.roles} edited={open.role} onDone={close} />
        </Sheet>
      )}
      {open?.kind === "retire" && (
        <Sheet open title={t("retireTitle", { name: words.role(open.role) })} onClose={close}>
          <Retire store={store} matrix={matrix} role={open.role} onDone={close} />
        </Sheet>
      )}
    </Panel>
  );
}

/** Says who holds the role, and retires it when nobody does. */
function Retire(props: { store: string; matrix: MatrixOut; role: PolicyRoleOut; onDone: () => void }) {
  const { store, matrix, role } = props;
  const { t } = usePolicyWords();
  const tCommon = useCommonTexts();
  const client = useQueryClient();
  const holders = matrix.people.filter(({ roles }) => roles.includes(role.key)).map(({ name }) => name);
  const retiring = useMutation({
    mutationFn: () => retireRole({ path: { role: role.key }, headers: inStore(store) }),
    onSuccess: async () => {
      props.onDone();
      await client.invalidateQueries({ queryKey: ["store", store] });
    },
  });
  return (
    <div className={styles.form}>
      <p>{holders.length > 0 ? t("retireHeld", { people: holders.join(t("comma")) }) : t("retireText")}</p>
      {retiring.error && <FormError error={retiring.error} />}
      <div className={styles.buttons}>
        <Button onClick={props.onDone}>{tCommon("cancel")}</Button>
        <Button danger type="primary" disabled={holders.length > 0} loading={retiring.isPending} onClick={() => retiring.mutate()}>
          {t("retire")}
        </Button>
      </div>
    </div>
  );
}
