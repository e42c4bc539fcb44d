import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useNamedWords } from "@/features/fields/useNamedWords";
import { valueText } from "@/features/fields/valueText";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { recordPath } from "@/features/records/paths";
import { recordTitle } from "@/features/records/recordTitle";
import { formatCount } from "@/format/money";
import { looksOnly } from "@/http/lookOnly";
import { labelIn } from "@/i18n/labelIn";
import { lostQuery } from "./api";
import type { Asked, Chosen } from "./api";
import { namedIn } from "./named";
import type { Known } from "./named";
import { ReviveSheet } from "./ReviveSheet";
import styles from "./losses.module.css";
import { useLossTexts } from "./texts";

const facts = ["series", "channel", "lost_reason", "lost_to", "furthest", "owner"];
type Props = { store: string; entity: Entity; asked: Asked; chosen: Chosen; people: Known[]; onAll: () => void };

/** The lost leads themselves: chosen ones are opened again. */
export function Revivable({ store, entity, asked, chosen, people, onAll }: Props) {
  const t = useLossTexts();
  const { i18n } = useTranslation();
  const words = useNamedWords(store, true);
  const pages = useInfiniteQuery(lostQuery(store, entity, asked, chosen));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [way, setWay] = useState<"reopen" | "revive" | null>(null);
  const rows = pages.data?.pages.flatMap((page) => page.rows as Row[]) ?? [];
  const there = rows.filter((row) => picked.has(idOf(row)));
  const writes = !looksOnly(store) && entity.verbs.some(({ name }) => name === "revive");
  const side = entity.fields.find(({ name }) => name === chosen?.field);
  const put = (id: string, on: boolean) => setPicked((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  return (
    <Panel title={t("pool")}>
      <p className="cz-soft">{t("poolNote")}</p>
      {chosen && side && (
        <p>
          {t("only", { side: labelIn(side.label, i18n.language), value: namedIn(side, chosen.value, people, t, i18n.language) })}{" "}
          <Button type="link" onClick={onAll}>
            {t("everything")}
          </Button>
        </p>
      )}
      {pages.error && !pages.data && <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />}
      {!pages.data && !pages.error && <SkeletonRows rows={5} />}
      {writes && rows.length > 0 && (
        <div className={styles.chosen} role="group" aria-label={t("pool")}>
          <Checkbox checked={there.length === rows.length} indeterminate={there.length > 0 && there.length < rows.length} onChange={({ target }) => setPicked(new Set(target.checked ? rows.map(idOf) : []))}>
            {t("chooseAll")}
          </Checkbox>
          <span role="status">{t("chosen", { count: formatCount(there.length) })}</span>
          <Button type="primary" disabled={there.length === 0} onClick={() => setWay("reopen")}>
            {t("revive")}
          </Button>
          <Button disabled={there.length === 0} onClick={() => setWay("revive")}>
            {t("release")}
          </Button>
        </div>
      )}
      <ul className={styles.leads}>
        {rows.map((row) => {
          const name = recordTitle(entity, row, words);
          return (
            <li key={idOf(row)} className={styles.lead}>
              {writes && <Checkbox aria-label={t("choose", { name })} checked={picked.has(idOf(row))} onChange={({ target }) => put(idOf(row), target.checked)} />}
              <div className={styles.about}>
                <Link className={styles.title} to={recordPath(store, entity.name, idOf(row))}>
                  {name}
                </Link>
                <span className={styles.facts}>
                  {facts.map((one) => {
                    const field = entity.fields.find((candidate) => candidate.name === one);
                    return field && row[one] ? <span key={one}>{valueText(row[one], field, words)}</span> : null;
                  })}
                </span>
                {typeof row["closed_at"] === "string" && <span className="cz-soft">{t("ended", { day: row["closed_at"].slice(0, 10) })}</span>}
              </div>
            </li>
          );
        })}
      </ul>
      {pages.hasNextPage && (
        <Button type="link" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <ReviveSheet
        store={store}
        way={way}
        ids={there.map(idOf)}
        people={people}
        onClose={() => setWay(null)}
        onDone={() => {
          setPicked(new Set());
          setWay(null);
        }}
      />
    </Panel>
  );
}
