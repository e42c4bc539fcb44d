import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import type { Entity } from "@/features/records/api/entities";
import type { Row } from "@/features/records/api/list";
import { RecordLine } from "@/features/records/RecordLine";
import { searchQuery } from "@/features/search/api";
import styles from "./day.module.css";
import { useDayTexts } from "./texts";
import { canScan, useCamera } from "./useCamera";

type Props = { store: string; entities: Entity[] };

/** A car by the barcode of its VIN, where the browser reads codes; else by what is typed. */
export function ScanSheet({ open, onClose, ...props }: Props & { open: boolean; onClose: () => void }) {
  const t = useDayTexts();
  return (
    <Sheet open={open} title={t("scanning.title")} onClose={onClose}>
      {open && <Scan {...props} />}
    </Sheet>
  );
}

function Scan({ store, entities }: Props) {
  const t = useDayTexts();
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const found = (read: string) => {
    setTyped(read);
    setText(read);
  };
  return (
    <div className={styles.form}>
      {text === "" && (canScan() ? <Camera onRead={found} /> : <p className={styles.soft}>{t("scanning.noCamera")}</p>)}
      <form
        className={styles.typed}
        onSubmit={(event) => {
          event.preventDefault();
          setText(typed.trim());
        }}
      >
        <Input aria-label={t("scanning.typed")} placeholder={t("scanning.typed")} autoCapitalize="characters" maxLength={40} value={typed} onChange={({ target }) => setTyped(target.value)} />
        <Button type="primary" htmlType="submit" disabled={!typed.trim()}>
          {t("scanning.find")}
        </Button>
      </form>
      {text !== "" && <Found store={store} entities={entities} text={text} />}
    </div>
  );
}

function Camera({ onRead }: { onRead: (text: string) => void }) {
  const t = useDayTexts();
  const { video, denied } = useCamera(onRead);
  if (denied) return <p className={styles.soft}>{t("scanning.denied")}</p>;
  return (
    <figure className={styles.camera}>
      {/* Nothing is heard or said in it: it is what the camera sees. */}
      <video ref={video} muted playsInline />
      <figcaption className={styles.soft}>{t("scanning.aim")}</figcaption>
    </figure>
  );
}

function Found({ store, entities, text }: Props & { text: string }) {
  const t = useDayTexts();
  const search = useQuery(searchQuery(store, text));
  if (search.error) return <ErrorPanel error={search.error} onRetry={() => void search.refetch()} />;
  if (!search.data) return <SkeletonRows rows={3} />;
  const lines = search.data.groups.flatMap(({ entity: name, hits }) => {
    const entity = entities.find((one) => one.name === name);
    return entity ? hits.map(({ record }) => ({ entity, row: record as Row })) : [];
  });
  if (lines.length === 0) return <p role="status">{t("scanning.nothing", { text })}</p>;
  return (
    <div>
      {lines.map(({ entity, row }) => (
        <RecordLine key={String(row.id)} store={store} entity={entity} row={row} />
      ))}
    </div>
  );
}
