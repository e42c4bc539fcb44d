import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useDeferredValue, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Entity } from "@/features/records/api/entities";
import { recordPath } from "@/features/records/paths";
import { labelIn } from "@/i18n/labelIn";
import { checkQuery, rulesQuery } from "./api";
import { useDuplicatesTexts } from "./texts";

const pause = 500;

/** While a new record is entered: whether there is one like it, as far as the person may know. Never in the way. */
export function DuplicateWarning({ store, entity, values }: { store: string; entity: Entity; values: Record<string, unknown> }) {
  const t = useDuplicatesTexts();
  const { i18n } = useTranslation();
  const rules = useQuery(rulesQuery(store, entity.name)).data ?? [];
  const names = [...new Set(rules.filter((rule) => rule.enabled).flatMap((rule) => rule.fields))];
  const told = JSON.stringify(Object.fromEntries(names.filter((name) => typeof values[name] === "string" && values[name] !== "").map((name) => [name, values[name]])));
  const [asked, setAsked] = useState("{}");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(told), pause);
    return () => clearTimeout(timer);
  }, [told]);
  const body = useDeferredValue(asked);
  const found = useQuery({ ...checkQuery(store, entity.name, JSON.parse(body) as Record<string, unknown>), enabled: body !== "{}" });
  const matches = body === "{}" ? [] : (found.data?.matches ?? []);
  if (matches.length === 0) return null;
  const label = (name: string) => {
    const field = entity.fields.find((one) => one.name === name);
    return field ? labelIn(field.label, i18n.language) : name;
  };
  const between = i18n.language === "en" ? ", " : "、";
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      style={{ marginBottom: 16 }}
      title={t("warning")}
      description={matches.flatMap((match) =>
        match.records.map((record) => (
          <div key={record.id}>
            {t("warningLine", { fields: match.why.map(label).join(between), title: record.title ?? t("unnamed") })}{" "}
            <a href={recordPath(store, entity.name, record.id)} target="_blank" rel="noreferrer">
              {t("open")}
            </a>
          </div>
        )),
      )}
    />
  );
}
