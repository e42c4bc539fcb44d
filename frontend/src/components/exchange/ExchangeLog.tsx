import { Button, Select } from "antd";
import type { ReactNode } from "react";
import { ErrorPanel } from "../ErrorPanel";
import { Panel } from "../Panel";
import { SkeletonRows } from "../Skeleton";
import { useNow } from "../useNow";
import { formatSince } from "@/format/date";
import styles from "./exchange.module.css";

type By = { label: string; options: { value: string; label: string }[]; onChange: (value: string | undefined) => void };
type Passed = { id: string; at: string; sign: ReactNode; head: ReactNode; note: ReactNode };
type Props = {
  title: string;
  by: By[];
  /** Null while they are read. */
  rows: Passed[] | null;
  none: string;
  error: Error | null;
  onRetry: () => void;
  /** Null where there are no more. */
  more: { text: string; busy: boolean; onClick: () => void } | null;
  onOpen: (id: string) => void;
  children: ReactNode;
};

/** What was exchanged last, one below the other; narrowed by `by`, and each can be opened. */
export function ExchangeLog({ title, by, rows, none, error, onRetry, more, onOpen, children }: Props) {
  const now = useNow();
  return (
    <Panel title={title} flush>
      <div className={styles.bar}>
        {by.map(({ label, options, onChange }) => (
          <Select key={label} allowClear aria-label={label} placeholder={label} options={options} onChange={onChange} />
        ))}
      </div>
      {error && <ErrorPanel error={error} onRetry={onRetry} />}
      {!rows && !error && <SkeletonRows rows={3} />}
      {rows?.length === 0 && <p className={styles.none}>{none}</p>}
      <ul className={styles.list}>
        {rows?.map((row) => (
          <li key={row.id} className={styles.row}>
            <button type="button" className={styles.open} onClick={() => onOpen(row.id)}>
              {row.sign}
              <span className={styles.words}>
                <span>{row.head}</span>
                {row.note && <span className={`${styles.soft} cz-small`}>{row.note}</span>}
              </span>
              <span className={`${styles.soft} cz-small`}>{formatSince(row.at, now)}</span>
            </button>
          </li>
        ))}
      </ul>
      {more && (
        <p className={styles.none}>
          <Button loading={more.busy} onClick={more.onClick}>
            {more.text}
          </Button>
        </p>
      )}
      {children}
    </Panel>
  );
}
