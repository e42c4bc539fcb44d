import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { setFlowDeputy } from "@/api/sdk.gen";
import { DayPicker } from "@/components/DayPicker";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useNow } from "@/components/useNow";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { useMe } from "@/features/session/useMe";
import { dayAt } from "@/format/date";
import { inStore } from "@/http/inStore";
import { deputiesQuery } from "./api";
import styles from "./away.module.css";
import { useAwayTexts } from "./texts";

/** Who stands in, from when to when; for oneself, and for others where one may. */
export function DeputySheet({ store, designs, onClose }: { store: string; designs: boolean; onClose: () => void }) {
  const t = useAwayTexts();
  const me = useMe().person.id;
  const client = useQueryClient();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const today = dayAt(useNow());
  const [person, setPerson] = useState(me);
  const [deputy, setDeputy] = useState<string>();
  const [since, setSince] = useState(today);
  const [until, setUntil] = useState(dayjs(today).add(6, "day").format("YYYY-MM-DD"));
  const saving = useMutation({
    mutationFn: () => setFlowDeputy({ body: { person, deputy: deputy ?? "", since, until }, headers: inStore(store) }),
    onSuccess: (all) => {
      client.setQueryData(deputiesQuery(store).queryKey, all);
      onClose();
    },
  });
  const options = people.map(({ id, name }) => ({ value: id, label: id === me ? t("meNamed", { name }) : name }));
  return (
    <Sheet open title={t("deputy.new")} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <p className={styles.soft}>{t("deputy.text")}</p>
        {designs && (
          <div className={styles.field}>
            <span>{t("deputy.person")}</span>
            <Select showSearch={{ optionFilterProp: "label" }} aria-label={t("deputy.person")} value={person} options={options} onChange={setPerson} />
          </div>
        )}
        <div className={styles.field}>
          <span>{t("deputy.deputy")}</span>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            aria-label={t("deputy.deputy")}
            value={deputy}
            options={options.filter(({ value }) => value !== person)}
            onChange={setDeputy}
          />
        </div>
        <div className={styles.pair}>
          <div className={styles.field}>
            <span>{t("deputy.since")}</span>
            <DayPicker label={t("deputy.since")} allowClear={false} value={since} onChange={setSince} />
          </div>
          <div className={styles.field}>
            <span>{t("deputy.until")}</span>
            <DayPicker label={t("deputy.until")} allowClear={false} value={until} onChange={setUntil} />
          </div>
        </div>
        {until < since && (
          <p role="alert" className={styles.trouble}>
            {t("deputy.wrongDays")}
          </p>
        )}
        <FormError error={saving.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="primary" htmlType="submit" disabled={!deputy || deputy === person || until < since} loading={saving.isPending}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
