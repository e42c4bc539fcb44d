import { DeleteOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { deleteImportTemplate } from "@/api/sdk.gen";
import type { TemplateOut } from "@/api/types.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { Panel } from "@/components/Panel";
import { useNow } from "@/components/useNow";
import { formatSince } from "@/format/date";
import { inStore } from "@/http/inStore";
import styles from "../importLine.module.css";
import { useImportsTexts } from "../texts";
import { importsQuery } from "./api";

/** Mappings that were kept under a name; whoever kept one takes it away again. */
export function Templates({ store, entity, templates }: { store: string; entity: string; templates: TemplateOut[] }) {
  const t = useImportsTexts();
  const now = useNow();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { modal } = App.useApp();
  const deleting = useMutation({
    mutationFn: (id: string) => deleteImportTemplate({ path: { template_id: id }, headers: inStore(store) }),
    onSuccess: () => client.invalidateQueries({ queryKey: importsQuery(store, entity).queryKey }),
    onError: refuse,
  });
  if (templates.length === 0) return null;
  return (
    <Panel title={t("store.templates.title")} flush>
      <ul>
        {templates.map(({ id, name, used_at, mine }) => (
          <li key={id} className={styles.line}>
            <div className={styles.words}>
              <span className={styles.name}>{name}</span>
            </div>
            <span className={styles.soft}>{t("store.templates.used", { when: formatSince(used_at, now) })}</span>
            {mine && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t("store.templates.delete", { name })}
                onClick={() =>
                  void modal.confirm({
                    title: t("store.templates.delete", { name }),
                    content: t("store.templates.deleteText"),
                    onOk: () => deleting.mutateAsync(id),
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
