import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useId, useState } from "react";
import { addTeam, changeTeam } from "@/api/sdk.gen";
import type { ColleagueOut, TeamOut } from "@/api/types.gen";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { inStore } from "@/http/inStore";
import { teamsQuery } from "./api/policies";
import styles from "./policies.module.css";
import { usePolicyWords } from "./useWords";

export function TeamForm(props: { store: string; team: TeamOut | null; people: ColleagueOut[]; onDone: () => void }) {
  const { store, team, people } = props;
  const { t } = usePolicyWords();
  const id = useId();
  const client = useQueryClient();
  const [chosen, setChosen] = useState(team?.people ?? []);
  const saving = useMutation({
    mutationFn: (name: string) => {
      const body = { name, people: chosen };
      const headers = inStore(store);
      return team ? changeTeam({ path: { team_id: team.id }, body, headers }) : addTeam({ body, headers });
    },
    onSuccess: async () => {
      props.onDone();
      await client.invalidateQueries({ queryKey: teamsQuery(store).queryKey });
    },
  });
  const { form, field } = useFields({
    initial: { name: team?.name ?? "" },
    rules: { name: (name) => (name.trim() ? null : t("teamForm.needsName")) },
    onSubmit: ({ name }) => saving.mutate(name.trim()),
  });
  return (
    <Fields form={form}>
      <TextField {...field("name")} label={t("teamForm.name")} maxLength={60} autoComplete="off" />
      <div className={styles.field}>
        <label htmlFor={id}>{t("teamForm.people")}</label>
        <Select
          id={id}
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          value={chosen}
          onChange={setChosen}
          options={people.map((one) => ({ value: one.id, label: one.name }))}
        />
      </div>
      {saving.error && <FormError error={saving.error} />}
      <Button type="primary" htmlType="submit" block loading={saving.isPending}>
        {t("save")}
      </Button>
    </Fields>
  );
}
