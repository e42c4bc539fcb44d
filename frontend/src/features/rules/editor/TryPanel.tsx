import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { tryRule } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import type { Entity } from "@/features/records/api/entities";
import { recordPath } from "@/features/records/paths";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { rulesKey } from "../api";
import type { Rule } from "../api";
import { Foretold } from "../Foretold";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";

/** Whom the draft would have touched lately; asked for, since it may take a moment. */
export function TryPanel({ store, rule, entity, waiting }: { store: string; rule: Rule; entity: Entity; waiting: boolean }) {
  const t = useRuleTexts();
  const { i18n } = useTranslation();
  const tried = useQuery({
    queryKey: [...rulesKey(store), "try", rule.id, rule.draft_version],
    queryFn: ({ signal }) => tryRule({ path: { rule_id: rule.id }, headers: inStore(store), signal }),
    enabled: !waiting && rule.problems.length === 0,
    retry: false,
    gcTime: 0,
  });
  const found = tried.data;
  if (rule.problems.length > 0) return <Alert type="info" showIcon title={t("try.mendFirst")} />;
  return (
    <Panel title={t("try.title")} extra={<Button onClick={() => void tried.refetch()}>{t("log.again")}</Button>}>
      <FormError error={tried.error} />
      {tried.isFetching && !found && <SkeletonRows rows={3} />}
      {found && (
        <div className={styles.inside}>
          <p className={styles.figure}>
            {t(found.capped ? "try.more" : "try.records", { count: found.records, days: found.days })}
            {found.times !== null && ` ${t("try.times", { count: found.times })}`}
          </p>
          <span className={styles.soft}>{t(rule.definition.trigger?.kind === "deleted" ? "try.noteDeleted" : "try.note")}</span>
          {found.conflicts.map((one) => (
            <Alert
              key={one.id}
              type="warning"
              showIcon
              title={t("try.conflict", {
                name: one.name,
                fields: one.fields.map((name) => labelIn(entity.fields.find((field) => field.name === name)?.label ?? { zh: name, en: name }, i18n.language)).join(t("comma")),
              })}
            />
          ))}
          {found.foretold.length > 0 && found.records > 0 && (
            <>
              <b>{t("foretold.title")}</b>
              {found.foretold_of < found.records && <span className={styles.soft}>{t("foretold.of", { count: found.foretold_of })}</span>}
              <Foretold foretold={found.foretold} />
            </>
          )}
          {found.sample.length > 0 && <b>{t("try.sample", { count: found.sample.length })}</b>}
          <ul className={styles.sample}>
            {found.sample.map(({ id, title }) => (
              <li key={id}>
                <Link to={recordPath(store, entity.name, id)}>{title ?? t("log.unnamed")}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
