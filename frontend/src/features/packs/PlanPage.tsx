import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { installPack } from "@/api/sdk.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { packsKey, pathOf, planQuery } from "./api";
import type { Choices, Plan, Planned, Side, Which } from "./api";
import { PlannedItem } from "./PlannedItem";
import styles from "./packs.module.css";
import { usePackTexts } from "./texts";

/** /s/<store>/design/packs/plan: what installing would do, and what must be settled before. */
export function PlanPage() {
  const { store } = useParams({ from: "/_shell/s/$store/design/packs/plan" });
  const which = useSearch({ from: "/_shell/s/$store/design/packs/plan" });
  return (
    <DesignGate store={store}>
      <Loaded store={store} which={which} />
    </DesignGate>
  );
}

function Loaded({ store, which }: { store: string; which: Which }) {
  const plan = useQuery(planQuery(store, which));
  if (plan.error) return <ErrorPanel whole error={plan.error} onRetry={() => void plan.refetch()} />;
  return plan.data ? <Deciding key={plan.data.mark} store={store} which={which} plan={plan.data} onStale={() => void plan.refetch()} /> : <SkeletonRows rows={8} />;
}

/** In the order in which somebody wants to know. */
const groups = ["conflict", "change", "make", "drop", "hold", "leave", "gone", "adopt", "keep"] as const;
type Group = (typeof groups)[number];
const groupOf = ({ action, conflicts }: Planned): Group => (conflicts.length > 0 ? "conflict" : action);
/** Of these there is nothing to read but their names. */
const brief = new Set<Group>(["keep", "adopt", "gone", "leave"]);

type Props = { store: string; which: Which; plan: Plan; onStale: () => void };

function Deciding({ store, which, plan, onStale }: Props) {
  const t = usePackTexts();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { modal } = App.useApp();
  const [choices, setChoices] = useState<Choices>({});
  const open = plan.items.reduce((sum, item) => sum + item.conflicts.filter(({ path }) => !choices[pathOf(item)]?.[path]).length, 0);
  const writes = plan.items.filter((item) => !brief.has(groupOf(item)) && item.action !== "hold");
  const names = new Map(plan.items.map((item) => [`@${pathOf(item)}`, labelIn(item.name, i18n.language)] as const));
  const install = useMutation({
    mutationFn: () => installPack({ body: { pack: which.pack ?? "", file: which.file ?? null, choices, mark: plan.mark }, headers: inStore(store) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: packsKey(store) });
      await navigate({ to: "/s/$store/design/packs", params: { store } });
    },
  });
  const choose = (item: Planned, paths: string[], side: Side) =>
    setChoices((before) => ({ ...before, [pathOf(item)]: { ...before[pathOf(item)], ...Object.fromEntries(paths.map((path) => [path, side])) } }));
  const name = labelIn(plan.name, i18n.language);
  const ask = () =>
    modal.confirm({
      title: t("plan.sure", { name, version: plan.version }),
      content: t("plan.sureText", { count: writes.length }),
      okText: t("plan.install"),
      cancelText: t("close"),
      onOk: () => install.mutateAsync().catch(() => undefined),
    });
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/design/packs" params={{ store }}>
            {t("title")}
          </Link>
        }
        title={t("plan.title", { name, version: plan.version })}
        note={open > 0 ? t("plan.open", { count: open }) : t("plan.note")}
        actions={
          <Button type="primary" disabled={open > 0} loading={install.isPending} onClick={ask}>
            {t("plan.install")}
          </Button>
        }
      />
      {install.error && (
        <div className={styles.note}>
          <FormError error={install.error} />
          <Button onClick={onStale}>{t("plan.lookAgain")}</Button>
        </div>
      )}
      {groups.map((group) => {
        const items = plan.items.filter((item) => groupOf(item) === group);
        if (items.length === 0) return null;
        const lines = (
          <ul className={styles.list}>
            {items.map((item) => (
              <PlannedItem key={pathOf(item)} store={store} item={item} names={names} chosen={choices[pathOf(item)] ?? {}} onChoose={(paths, side) => choose(item, paths, side)} />
            ))}
          </ul>
        );
        return (
          <Panel key={group} title={t(`group.${group}`, { count: items.length })} flush>
            {brief.has(group) ? (
              <details className={styles.fold}>
                <summary>{t("plan.show")}</summary>
                {lines}
              </details>
            ) : (
              lines
            )}
          </Panel>
        );
      })}
    </>
  );
}
