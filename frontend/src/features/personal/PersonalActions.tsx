import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App, Button, Select } from "antd";
import { useState } from "react";
import { useErrorNotice } from "@/components/errorNotice";
import { Sheet } from "@/components/Sheet";
import type { Entity } from "@/features/records/api/entities";
import { editPath } from "@/features/records/paths";
import { formatCount } from "@/format/money";
import { personalDataQuery, savePersonalData } from "./api";
import type { ExportReason, PersonalData } from "./api";
import { ErasePerson } from "./ErasePerson";
import styles from "./personal.module.css";
import { usePersonalTexts } from "./texts";

type Props = { store: string; entity: Entity; id: string; data: PersonalData };

/** Give a copy, correct, erase. */
export function PersonalActions({ store, entity, id, data }: Props) {
  const t = usePersonalTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { message } = App.useApp();
  const [reason, setReason] = useState<ExportReason>("asked");
  const [erasing, setErasing] = useState(false);
  const name = data.title ?? t("unnamed");
  const exporting = useMutation({
    mutationFn: () => savePersonalData(store, entity.name, id, reason),
    onSuccess: async () => {
      void message.success(t("export.done"));
      await client.invalidateQueries({ queryKey: personalDataQuery(store, entity.name, id).queryKey });
    },
    onError: refuse,
  });
  const records = data.held.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.actions} role="group" aria-label={t("actions")}>
      <section className={styles.action}>
        <h2>{t("export.title")}</h2>
        <div className={styles.field}>
          <p>{t("export.text")}</p>
          <p>{t("show.count", { count: records, comments: formatCount(data.comments.length) })}</p>
          <Select<ExportReason>
            aria-label={t("export.reason")}
            value={reason}
            onChange={setReason}
            options={[
              { value: "asked", label: t("export.asked") },
              { value: "authority", label: t("export.authority") },
            ]}
          />
        </div>
        <Button type="primary" loading={exporting.isPending} onClick={() => exporting.mutate()}>
          {t("export.do")}
        </Button>
      </section>
      <section className={styles.action}>
        <h2>{t("correct.title")}</h2>
        <p>{t("correct.text")}</p>
        <Link to={editPath(store, entity.name, id)}>
          <Button block>{t("correct.do")}</Button>
        </Link>
      </section>
      <section className={styles.action}>
        <h2>{t("erase.title")}</h2>
        <p>{data.may_erase ? t("erase.text") : t("erase.no")}</p>
        <Button danger disabled={!data.may_erase || data.title === null} onClick={() => setErasing(true)}>
          {t("erase.do")}
        </Button>
      </section>
      <Sheet open={erasing} width={560} title={t("erase.sheetTitle", { name })} onClose={() => setErasing(false)}>
        <ErasePerson store={store} entity={entity.name} id={id} name={name} onClose={() => setErasing(false)} />
      </Sheet>
    </div>
  );
}
