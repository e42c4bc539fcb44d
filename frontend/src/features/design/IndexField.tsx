import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { indexField } from "@/api/sdk.gen";
import type { DesignedFieldOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SuccessNote } from "@/components/SuccessNote";
import { useCommonTexts } from "@/components/texts";
import { inStore } from "@/http/inStore";
import { kindQuery } from "./api/design";
import styles from "./design.module.css";
import { useDesignWords } from "./useDesignWords";

const lookEvery = 2_000;
// Then it waits for something that blocks it, or was given up.
const patience = 120_000;

/** Builds an index in the background, and waits beside it until it is there. */
export function IndexField(props: { store: string; entity: string; field: DesignedFieldOut; onClose: () => void }) {
  const { store, entity, field, onClose } = props;
  const { t, label } = useDesignWords();
  const tCommon = useCommonTexts();
  const [since, setSince] = useState<number | null>(null);
  const asking = useMutation({
    mutationFn: () => indexField({ path: { entity, field: field.name }, headers: inStore(store) }),
    onSuccess: () => setSince(Date.now()),
  });
  const kind = useQuery({
    ...kindQuery(store, entity),
    refetchInterval: ({ state }) => (since !== null && state.dataUpdatedAt - since < patience ? lookEvery : false),
  });
  const done = kind.data?.fields.find(({ name }) => name === field.name)?.indexed ?? false;
  const late = since !== null && !done && kind.dataUpdatedAt - since >= patience;
  const waiting = since !== null && !done && !late;
  return (
    <Sheet open title={t("index.title", { name: label(field.label) })} onClose={onClose}>
      <div className={styles.form}>
        {done && <SuccessNote text={t("index.done")} />}
        {!done && <p>{t("index.text")}</p>}
        {waiting && <p role="status">{t("index.building")}</p>}
        {late && <p role="alert">{t("index.late")}</p>}
        {asking.error && <FormError error={asking.error} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{done ? t("done.close") : tCommon("cancel")}</Button>
          {!done && (
            <Button type="primary" loading={asking.isPending || waiting} onClick={() => asking.mutate()}>
              {t(late ? "index.again" : "index.build")}
            </Button>
          )}
        </div>
      </div>
    </Sheet>
  );
}
