import { Checkbox, Radio, Select } from "antd";
import { useId } from "react";
import type { RecordImportOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { useImportsTexts } from "../texts";
import { LikesChoice } from "./LikesChoice";
import { usedTargets } from "./mapping";
import type { Order } from "./mapping";
import styles from "./store.module.css";
import { useTargetName } from "./useTargetName";

const modes = ["insert", "upsert", "update"] as const;
const twins = ["skip", "update", "ask", "create"] as const;

/** New records, changed ones, or both; by what a row is known to be there already, and what then. */
export function MatchPanel(props: {
  store: string;
  job: RecordImportOut;
  order: Order;
  keyless: boolean;
  onChange: (order: Order) => void;
}) {
  const { store, job, order, keyless, onChange } = props;
  const t = useImportsTexts();
  const nameOf = useTargetName(job.targets);
  const ids = { mode: useId(), keys: useId(), twins: useId() };
  const mode = order.mode ?? "insert";
  const used = usedTargets(order);
  const keyed = job.targets.filter(({ key, keyed: can }) => can && used.includes(key)).map(({ key }) => key);
  const keys = order.keys ?? [];
  const together = keys.length === 1 && (keys[0]?.length ?? 0) > 1;
  const chosen = keys.flat();

  function setKeys(names: string[], all: boolean): void {
    onChange({ ...order, keys: all && names.length > 1 ? [names] : names.map((name) => [name]) });
  }
  return (
    <Panel title={t("store.match.title")}>
      <div className={styles.form}>
        <div className={styles.choice}>
          <span id={ids.mode}>{t("store.match.mode")}</span>
          <div>
            <Radio.Group
              aria-labelledby={ids.mode}
              value={mode}
              onChange={(event) => onChange({ ...order, mode: event.target.value as Order["mode"] })}
              options={modes.map((value) => ({
                value,
                label: t(`store.match.${value}`),
                disabled: value === "update" ? !job.may_update : value === "upsert" ? !(job.may_create && job.may_update) : !job.may_create,
              }))}
            />
            <span className={styles.soft}>{t(`store.match.${mode}Text`)}</span>
          </div>
        </div>
        <div className={styles.choice}>
          <span id={ids.keys}>{t("store.match.keys")}</span>
          <div>
            <Select
              className={styles.wide}
              mode="multiple"
              aria-labelledby={ids.keys}
              status={keyless ? "error" : ""}
              placeholder={t(keyed.length > 0 ? "store.match.chooseKeys" : "store.match.noKeys")}
              value={chosen}
              onChange={(names: string[]) => setKeys(names, together)}
              options={keyed.map((key) => ({ value: key, label: nameOf(key) }))}
            />
            {chosen.length > 1 && (
              <Checkbox checked={together} onChange={(event) => setKeys(chosen, event.target.checked)}>
                {t("store.match.together")}
              </Checkbox>
            )}
            <span className={keyless ? styles.wrong : styles.soft}>
              {t(keyless ? "store.match.keyless" : mode === "insert" ? "store.match.keysText" : "store.match.keysFind")}
            </span>
          </div>
        </div>
        {mode === "insert" && keys.length > 0 && (
          <div className={styles.choice}>
            <span id={ids.twins}>{t("store.match.twins")}</span>
            <Radio.Group
              aria-labelledby={ids.twins}
              value={order.twins ?? "skip"}
              onChange={(event) => onChange({ ...order, twins: event.target.value as Order["twins"] })}
              options={twins.map((value) => ({
                value,
                label: t(`store.match.twin.${value}`),
                disabled: (value === "update" || value === "ask") && !job.may_update,
              }))}
            />
          </div>
        )}
        {mode !== "update" && <LikesChoice store={store} job={job} order={order} onChange={onChange} />}
        {(mode !== "insert" || order.twins === "update" || order.twins === "ask") && (
          <Checkbox checked={order.clear ?? false} onChange={(event) => onChange({ ...order, clear: event.target.checked })}>
            {t("store.match.clear")}
          </Checkbox>
        )}
      </div>
    </Panel>
  );
}
