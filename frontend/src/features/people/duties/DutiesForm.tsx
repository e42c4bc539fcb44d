import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Select } from "antd";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { dutiesQuery, setDuties, wordsQuery } from "./api";
import type { Duties } from "./api";
import styles from "./duties.module.css";
import { useDutyTexts } from "./texts";

type Option = { value: string; label: string };
type Props = { store: string; duties: Duties; name: string; sources: Option[]; onDone: () => void };

const regionFields = ["region"];
const modelFields = ["brand", "series"];
const free = (words: string[]): Option[] => words.map((value) => ({ value, label: value }));

/** Names that leads have are offered; others are typed. */
export function DutiesForm({ store, duties, name, sources, onDone }: Props) {
  const t = useDutyTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const regions = useQuery(wordsQuery(store, regionFields)).data ?? [];
  const models = useQuery(wordsQuery(store, modelFields)).data ?? [];
  const [said, setSaid] = useState({ regions: duties.regions, models: duties.models, sources: duties.sources });
  const saving = useMutation({
    mutationFn: () => setDuties(store, duties.person, said),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: dutiesQuery(store).queryKey });
      void message.success(t("saved", { name }));
      onDone();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Choice id="duty-regions" label={t("region")} hint={t("regionHint")} mode="tags" value={said.regions} options={free(regions)} onChange={(value) => setSaid({ ...said, regions: value })} />
      <Choice id="duty-models" label={t("model")} hint={t("modelHint")} mode="tags" value={said.models} options={free(models)} onChange={(value) => setSaid({ ...said, models: value })} />
      <Choice id="duty-sources" label={t("source")} hint={t("sourceHint")} mode="multiple" value={said.sources} options={sources} onChange={(value) => setSaid({ ...said, sources: value })} />
      <FormError error={saving.error} />
      <Button type="primary" htmlType="submit" loading={saving.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}

type ChoiceProps = { id: string; label: string; hint: string; mode: "tags" | "multiple"; value: string[]; options: Option[]; onChange: (value: string[]) => void };

function Choice({ id, label, hint, mode, value, options, onChange }: ChoiceProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} mode={mode} tokenSeparators={["，", ",", "、"]} showSearch={{ optionFilterProp: "label" }} value={value} options={options} onChange={(chosen: string[]) => onChange(chosen)} />
      <span className="cz-soft">{hint}</span>
    </div>
  );
}
