import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useId, useState } from "react";
import type { ExplanationOut, RoleAnswerOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { explanationQuery, matrixQuery } from "./api/policies";
import styles from "./policies.module.css";
import { usePolicyWords } from "./useWords";

/** Why a field is seen or not, as the server reckons it: each role's answer, the ceiling's, what is left. */
export function Explanation(props: { store: string; entity: string; field: string; role: string }) {
  const { store, entity, field, role } = props;
  const { t } = usePolicyWords();
  const id = useId();
  const [person, setPerson] = useState<string | undefined>();
  const matrix = useQuery(matrixQuery(store));
  const told = useQuery(explanationQuery(store, { entity, field, ...(person ? { person } : { role }) }));
  const people = matrix.data?.people ?? [];
  return (
    <section className={styles.why} aria-label={t("why.title")}>
      <h3>{t("why.title")}</h3>
      <label htmlFor={id} className={styles.soft}>
        {t("why.person")}
      </label>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        value={person ?? null}
        placeholder={t("why.byRole")}
        onChange={(value: string | null) => setPerson(value ?? undefined)}
        options={people.map((one) => ({ value: one.id, label: one.name }))}
      />
      {told.isPending && <SkeletonRows rows={2} />}
      {told.error && <ErrorPanel error={told.error} />}
      {told.data && <Steps told={told.data} roles={matrix.data?.roles ?? []} />}
    </section>
  );
}

function Steps({ told, roles }: { told: ExplanationOut; roles: { key: string; label: { zh: string; en: string } | null }[] }) {
  const words = usePolicyWords();
  const { t, say } = words;
  const named = (key: string) => words.role(roles.find((role) => role.key === key) ?? { key, label: null });
  const ofRole = (one: RoleAnswerOut) =>
    t("why.role", {
      role: named(one.role),
      source: say(`source.${one.source}`),
      rows: words.reach(one.rows, told.entity),
      rule: say(`rule.${one.rule}`),
      right: words.rightText(one),
    });
  return (
    <>
      <ol className={styles.steps}>
        {told.roles.map((one) => (
          <li key={one.role}>
            {ofRole(one)}
            {one.cut && ` ${t("why.cut", { right: words.rightText(one.cut) })}`}
          </li>
        ))}
        {told.ceiling && <li>{t("why.ceiling", { rows: words.reach(told.ceiling.rows, told.entity), right: words.rightText(told.ceiling) })}</li>}
      </ol>
      <p className={styles.result}>
        {told.effective.length === 0
          ? t("why.nothing")
          : told.effective
              .map((grant) =>
                t("why.grant", {
                  right: words.right(grant.right),
                  rows: grant.rows.length === 0 ? say("reach.store") : grant.rows.map((rows) => words.reach(rows, told.entity)).join(t("and")),
                }),
              )
              .join(t("semicolon"))}
      </p>
      {told.notes.map((note) => (
        <p key={note.code} className={styles.soft}>
          {say(`note.${note.code}`)}
        </p>
      ))}
    </>
  );
}
