import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import { changeWorkingTime } from "@/api/sdk.gen";
import type { WorkingTimeOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { looksOnly } from "@/http/lookOnly";
import { Ahead } from "./Ahead";
import { worktimeQuery } from "./api";
import { Hours } from "./Hours";
import { isSound } from "./hours";
import type { Span } from "./hours";
import { OwnDays } from "./OwnDays";
import { useWorktimeTexts } from "./texts";
import styles from "./worktime.module.css";

const holidays = ["new_year", "spring_festival", "qingming", "labour_day", "dragon_boat", "mid_autumn", "national_day"] as const;
const weekdays = ["day1", "day2", "day3", "day4", "day5", "day6", "day7"] as const;

type Week = WorkingTimeOut["week"];
/** Seven days, Monday first. */
const weekOf = (of: (at: number) => Span[]): Week => [of(0), of(1), of(2), of(3), of(4), of(5), of(6)];

/** /s/<store>/settings/worktime: when the store works. */
export function WorktimePage() {
  const { store } = useParams({ from: "/_shell/s/$store/settings/worktime" });
  const found = useQuery(worktimeQuery(store));
  if (found.error) return <ErrorPanel whole error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={8} />;
  return <Worktime key={found.data.version} store={store} told={found.data} />;
}

function Worktime({ store, told }: { store: string; told: WorkingTimeOut }) {
  const t = useWorktimeTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(told);
  const change = (part: Partial<WorkingTimeOut>) => setDraft((before) => ({ ...before, ...part }));
  const { version, week, closed_on, makes_up, days } = draft;
  const disabled = !told.may_change || looksOnly(store);
  const saving = useMutation({
    mutationFn: () => changeWorkingTime({ headers: inStore(store), body: { version, week, closed_on, makes_up, days } }),
    onSuccess: (answer) => {
      client.setQueryData(worktimeQuery(store).queryKey, answer);
      void message.success(t("saved"));
    },
  });
  const spansAt = (at: number) => (week[at] ?? []) as Span[];
  const sound = [...week, ...days.map(({ spans }) => spans ?? [])].every((spans) => isSound(spans as Span[]));
  const changed = draft !== told;
  return (
    <div className={styles.page}>
      <PageHeader title={t("title")} note={t("note")} />
      {!told.may_change && <p className={styles.only}>{t("lookOnly")}</p>}
      <Panel
        title={t("week")}
        extra={
          !disabled && (
            <Button type="link" onClick={() => change({ week: weekOf(() => spansAt(0)) })}>
              {t("copyAll")}
            </Button>
          )
        }
      >
        <div className={styles.week}>
          {weekdays.map((day, at) => (
            <div key={day} className={styles.weekday}>
              <span>{t(day)}</span>
              <Hours day={t(day)} spans={spansAt(at)} disabled={disabled} onChange={(spans) => change({ week: weekOf((number) => (number === at ? spans : spansAt(number))) })} />
            </div>
          ))}
        </div>
      </Panel>
      <Panel title={t("holidays")}>
        <p className="cz-soft">{t("holidaysNote")}</p>
        <Checkbox.Group
          className={styles.holidays ?? ""}
          disabled={disabled}
          value={closed_on}
          options={holidays.map((name) => ({ value: name, label: t(`holiday.${name}`) }))}
          onChange={(chosen) => change({ closed_on: holidays.filter((name) => chosen.includes(name)) })}
        />
        <Checkbox disabled={disabled} checked={makes_up} onChange={(event) => change({ makes_up: event.target.checked })}>
          {t("makesUp")}
        </Checkbox>
      </Panel>
      <Panel title={t("own")}>
        <p className="cz-soft">{t("ownNote")}</p>
        <OwnDays days={days} disabled={disabled} onChange={(next) => change({ days: next })} />
      </Panel>
      <Ahead told={told} />
      {!disabled && changed && (
        <div className={styles.bar} role="region" aria-label={t("title")}>
          <span role="status">{t("unsaved")}</span>
          <FormError error={saving.error} />
          {isApiError(saving.error, "worktime_changed") && <Button onClick={() => void client.invalidateQueries({ queryKey: worktimeQuery(store).queryKey })}>{t("again")}</Button>}
          <Button type="primary" disabled={!sound} loading={saving.isPending} onClick={() => saving.mutate()}>
            {t("save")}
          </Button>
        </div>
      )}
    </div>
  );
}
