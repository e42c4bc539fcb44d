import { DownloadOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown, Select } from "antd";
import { listImportRows } from "@/api/sdk.gen";
import type { RecordImportOut } from "@/api/types.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { recordPath } from "@/features/records/paths";
import { inStore } from "@/http/inStore";
import { saveFile } from "@/http/saveFile";
import { useImportsTexts } from "../texts";
import { useText } from "../useText";
import { rowsAddress, rowsKey } from "./api";
import type { Became } from "./api";
import styles from "./store.module.css";
import { useTargetName } from "./useTargetName";

type Decide = { decisions: Record<string, string>; onDecide: (row: number, decision: string) => void };
const decisions = ["skip", "update", "create"] as const;

/** What becomes of each row, those of one outcome or all; to be looked through or taken away as a file. */
export function Rows(props: { store: string; job: RecordImportOut; became: Became | ""; decide?: Decide }) {
  const { store, job, became, decide } = props;
  const t = useImportsTexts();
  const text = useText();
  const refuse = useErrorNotice();
  const nameOf = useTargetName(job.targets);
  const list = useInfiniteQuery({
    queryKey: [...rowsKey(store, job.id), job.status, job.trial?.at ?? "", became],
    queryFn: ({ pageParam, signal }) =>
      listImportRows({ path: { job_id: job.id }, query: { became, after: pageParam }, signal, headers: inStore(store) }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const file = (kind: "csv" | "xlsx") =>
    saveFile(store, rowsAddress(job.id, kind, became), `${job.file_name}.${kind}`).catch(refuse);

  return (
    <Panel
      flush
      title={became === "" ? t("store.rows.title") : t("store.rows.of", { became: t(`store.became.${became}`) })}
      extra={
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              { key: "xlsx", label: t("store.rows.xlsx") },
              { key: "csv", label: t("store.rows.csv") },
            ],
            onClick: ({ key }) => void file(key as "csv" | "xlsx"),
          }}
        >
          <Button icon={<DownloadOutlined />}>{t("store.rows.download")}</Button>
        </Dropdown>
      }
    >
      {list.isPending && <SkeletonRows />}
      {list.error && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      <ul>
        {rows.map((row) => (
          <li key={row.row} className={styles.rowLine}>
            <span>{t("store.rows.number", { number: row.row })}</span>
            <span>{t(`store.became.${row.became}`)}</span>
            <div>
              {row.faults.map(({ target, code, text: reason }) => (
                <div key={`${target}${code}`} className={row.became === "refused" ? styles.wrong : styles.soft}>
                  {target && <strong>{nameOf(target)} </strong>}
                  {text(reason)}
                </div>
              ))}
              <div className={styles.cells}>{row.cells.filter(Boolean).join(" · ")}</div>
            </div>
            {row.record_id && (
              <span>
                {row.became !== "created" && row.became !== "updated" && `${t("store.rows.met")} `}
                <Link to={recordPath(store, job.entity, row.record_id)}>{row.title ?? t("store.rows.record")}</Link>
                {decide && row.became === "asked" && (
                  <Select
                    aria-label={t("store.rows.decide", { number: row.row })}
                    placeholder={t("store.rows.undecided")}
                    value={decide.decisions[row.row] ?? null}
                    popupMatchSelectWidth={false}
                    onChange={(decision: string) => decide.onDecide(row.row, decision)}
                    options={decisions.map((value) => ({ value, label: t(`store.match.twin.${value}`) }))}
                  />
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("store.rows.more")}
          </Button>
        </div>
      )}
    </Panel>
  );
}
