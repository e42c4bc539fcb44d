import { Button } from "antd";
import { useState } from "react";
import type { OverviewOut, StateOut, WantedFieldOut, WantedKindOut } from "@/api/types.gen";
import { useDesignWords } from "@/features/design/useDesignWords";
import { ChangeWanted } from "./ChangeWanted";
import { Coverage } from "./Coverage";
import styles from "./hqDesign.module.css";
import { RetireWanted } from "./RetireWanted";
import type { Wanted } from "./RetireWanted";
import { useHqDesignTexts } from "./texts";
import type { Agreed, Target } from "./useSpread";
import { WantedKind } from "./WantedKind";

type Start = (target: Target, stores: OverviewOut["stores"], agreed?: Agreed) => void;
type Props = { group: string; overview: OverviewOut; onSpread: Start };
type Open = { act: "change"; field: WantedFieldOut } | { act: "rename"; kind: WantedKindOut } | { act: "retire"; wanted: Wanted };

/** By kind of record: its fields, in which stores each is, and what can be done with it. */
export function WantedList({ group, overview, onSpread }: Props) {
  const t = useHqDesignTexts();
  const { label, type: typeName } = useDesignWords();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const names = [...new Set([...overview.kinds, ...overview.fields].map(({ entity }) => entity))];
  const again = (target: Target) => (states: StateOut[]) => {
    const slugs = new Set(states.map(({ store }) => store));
    onSpread(target, overview.stores.filter(({ slug }) => slugs.has(slug)));
  };
  const start: Start = (...told) => {
    close();
    onSpread(...told);
  };
  return (
    <>
      {names.map((entity) => {
        const kind = overview.kinds.find((one) => one.entity === entity);
        const fields = overview.fields.filter((one) => one.entity === entity);
        const said = kind?.label ?? fields[0]?.entity_label ?? { zh: entity, en: entity };
        const title = label(said);
        return (
          <section key={entity} aria-label={title}>
            <div className={styles.section}>
              <h3>
                {title}
                {kind?.retired && <span className={styles.soft}> · {t("retired")}</span>}
              </h3>
              {kind && (
                <>
                  <Coverage title={title} everywhere={kind.everywhere} states={kind.stores} onAgain={again({ entity, field: null, title })} />
                  <span className={styles.actions}>
                    {!kind.retired && (
                      <Button size="small" aria-label={t("renameOf", { title })} onClick={() => setOpen({ act: "rename", kind })}>
                        {t("rename")}
                      </Button>
                    )}
                    <RetireButton wanted={{ entity, field: null, title, retired: kind.retired, stores: kind.stores }} onOpen={setOpen} />
                  </span>
                </>
              )}
            </div>
            <ul className={styles.list}>
              {fields.map((one) => {
                const name = label(one.field.label);
                const target = { entity, field: one.field.name, title: name };
                return (
                  <li key={one.field.name} className={styles.line} data-retired={one.retired}>
                    <span className={styles.words}>
                      <b>{name}</b>
                      <span className={styles.soft}>
                        {[typeName(one.field.type), one.retired && t("retired")].filter(Boolean).join(" · ")}
                      </span>
                    </span>
                    <Coverage title={name} everywhere={one.everywhere} states={one.stores} onAgain={again(target)} />
                    <span className={styles.actions}>
                      {!one.retired && (
                        <Button size="small" aria-label={t("changeOf", { title: name })} onClick={() => setOpen({ act: "change", field: one })}>
                          {t("change")}
                        </Button>
                      )}
                      <RetireButton wanted={{ ...target, retired: one.retired, stores: one.stores }} onOpen={setOpen} />
                    </span>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      {open?.act === "change" && (
        <ChangeWanted group={group} overview={overview} wanted={open.field} onSpread={start} onClose={close} />
      )}
      {open?.act === "rename" && (
        <WantedKind group={group} overview={overview} edited={open.kind} onSpread={start} onClose={close} />
      )}
      {open?.act === "retire" && (
        <RetireWanted group={group} overview={overview} wanted={open.wanted} onSpread={start} onClose={close} />
      )}
    </>
  );
}

function RetireButton({ wanted, onOpen }: { wanted: Wanted; onOpen: (open: Open) => void }) {
  const t = useHqDesignTexts();
  const { title, retired } = wanted;
  return (
    <Button
      size="small"
      aria-label={t(retired ? "bringBackOf" : "retireOf", { title })}
      onClick={() => onOpen({ act: "retire", wanted })}
    >
      {t(retired ? "bringBack" : "retire")}
    </Button>
  );
}
