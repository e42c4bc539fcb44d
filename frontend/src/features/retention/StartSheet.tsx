import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { switchRetentionRule } from "@/api/sdk.gen";
import type { RetentionRuleOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { recordPath } from "@/features/records/paths";
import { formatDateTime } from "@/format/date";
import { formatCount } from "@/format/money";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { foretoldQuery, retentionKey } from "./api";
import styles from "./retention.module.css";
import { useRetentionTexts } from "./texts";
import { useHeldText } from "./useHeldText";

const plain = (text: string) => text.replaceAll(/\s/g, "");
type Props = { store: string; rule: RetentionRuleOut; sentence: string; onClose: () => void };

/** What the rule would do today; then its name, typed, and it is on. */
export function StartSheet({ store, rule, sentence, onClose }: Props) {
  const t = useRetentionTexts();
  const tCommon = useCommonTexts();
  const id = useId();
  const client = useQueryClient();
  const { message } = App.useApp();
  const heldText = useHeldText();
  const [typed, setTyped] = useState("");
  const found = useQuery(foretoldQuery(store, rule.id));
  const told = found.data;
  const starting = useMutation({
    mutationFn: (met: number) => switchRetentionRule({ headers: inStore(store), path: { retention_rule_id: rule.id }, body: { on: true, name: typed, met } }),
    onSuccess: async () => {
      void message.success(t("start.done"));
      await client.invalidateQueries({ queryKey: retentionKey(store) });
      onClose();
    },
  });
  const ready = told !== undefined && plain(typed) === plain(rule.name);
  return (
    <Sheet open title={t("start.title", { name: rule.name })} width={560} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) starting.mutate(told.met);
        }}
      >
        <p>{sentence}</p>
        {found.isPending && <SkeletonRows rows={3} />}
        {found.error && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
        {told && (
          <>
            <p className={styles.figure}>{t(`start.goes.${rule.does}`, { count: told.goes, number: formatCount(told.goes), total: formatCount(told.total) })}</p>
            {told.met > told.looked_at && <p>{t("start.first", { number: formatCount(told.looked_at), met: formatCount(told.met) })}</p>}
            {heldText(told.held) && <p>{heldText(told.held)}</p>}
            {told.sample.length > 0 && (
              <p>
                {t("start.such")}
                {told.sample.map((one, at) => (
                  <span key={one.id}>
                    {at > 0 && t("joinList")}
                    <Link to={recordPath(store, rule.entity, one.id)}>{one.title ?? t("unnamed")}</Link>
                  </span>
                ))}
              </p>
            )}
            <p>{t("start.nights", { number: formatCount(rule.per_night), when: formatDateTime(told.begins_at) })}</p>
            <p className={styles.trouble}>{t(`start.never.${rule.does}`)}</p>
            <div className={styles.field}>
              <label htmlFor={id}>{t("start.type", { name: rule.name })}</label>
              <Input id={id} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
            </div>
          </>
        )}
        <FormError error={starting.error} />
        <div className={styles.buttons}>
          {isApiError(starting.error, "retention_count_changed") && <Button onClick={() => void found.refetch().then(() => starting.reset())}>{t("again")}</Button>}
          <Button onClick={onClose}>{tCommon("cancel")}</Button>
          <Button danger type="primary" htmlType="submit" disabled={!ready} loading={starting.isPending}>
            {t("start.confirm")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
