import { Checkbox, Segmented } from "antd";
import { useId } from "react";
import type { StartIn } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { useImportsTexts } from "@/features/imports/texts";
import styles from "@/features/imports/check/check.module.css";

type Pack = NonNullable<StartIn["pack"]>;

/** Stores that the file names and the group lacks: made on the way, by the owner's leave. */
export function NewStores(props: {
  count: number;
  allowed: boolean;
  make: boolean;
  pack: Pack;
  onMake: (make: boolean) => void;
  onPack: (pack: Pack) => void;
}) {
  const { count, allowed } = props;
  const t = useImportsTexts();
  const packId = useId();
  return (
    <Panel>
      <div className={styles.newStores}>
        <Checkbox checked={props.make} disabled={!allowed} onChange={({ target }) => props.onMake(target.checked)}>
          <strong>{t("check.make", { count })}</strong>
        </Checkbox>
        <span className={styles.soft}>{allowed ? t("check.makeText") : t("check.makeOwner")}</span>
        {allowed && props.make && (
          <div className={styles.pack}>
            <span id={packId}>{t("check.pack")}</span>
            <Segmented<Pack>
              aria-labelledby={packId}
              value={props.pack}
              onChange={props.onPack}
              options={[
                { value: "dealer", label: t("check.dealer") },
                { value: "repair", label: t("check.repair") },
              ]}
            />
          </div>
        )}
      </div>
    </Panel>
  );
}
