import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { readStoresRunning } from "@/api/sdk.gen";
import type { StoreRunningOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useNow } from "@/components/useNow";
import { useHq } from "@/features/session/useHq";
import { formatSince } from "@/format/date";
import { isApiError } from "@/http/ApiError";
import styles from "./stores.module.css";
import { useStoresTexts } from "./texts";

const runningQuery = (group: string) =>
  queryOptions({
    queryKey: ["hq", group, "running"],
    queryFn: ({ signal }) => readStoresRunning({ path: { group }, signal }),
    refetchInterval: 30_000,
  });

/** How the rules and flows of the stores get on; those with something to look at, and how many are fine. */
export function StoresRunning() {
  const t = useStoresTexts();
  const { slug } = useHq();
  const found = useQuery(runningQuery(slug));
  // For who designs alone.
  if (isApiError(found.error) && found.error.status === 403) return null;
  const odd = found.data?.filter(isOdd) ?? [];
  const fine = (found.data?.length ?? 0) - odd.length;
  return (
    <Panel title={t("running.title")} flush>
      {found.error && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonRows rows={2} />}
      <ul>
        {odd.map((store) => (
          <RunningLine key={store.store} store={store} />
        ))}
      </ul>
      {found.data && fine > 0 && <p className={styles.fine}>{t(odd.length > 0 ? "running.others" : "running.fine", { count: fine })}</p>}
    </Panel>
  );
}

// What waits for seconds is on its way.
const isOdd = ({ waiting, again, dead, rules, flows }: StoreRunningOut) => waiting > 0 || again > 0 || dead > 0 || rules > 0 || flows !== 0;

function RunningLine({ store }: { store: StoreRunningOut }) {
  const t = useStoresTexts();
  const now = useNow();
  const { waiting, since, again, dead, rules, flows } = store;
  const params = { store: store.store };
  return (
    <li className={styles.running}>
      <Link to="/s/$store/design/rules" params={params} className={styles.name}>
        {store.name}
      </Link>
      <span className={styles.signs}>
        {waiting > 0 && <span>{t("running.waiting", { count: waiting, since: since ? formatSince(since, now) : "" })}</span>}
        {again > 0 && <span>{t("running.again", { count: again })}</span>}
        {dead > 0 && <b>{t("running.dead", { count: dead })}</b>}
        {rules > 0 && <b>{t("running.rules", { count: rules })}</b>}
        {flows !== null && flows > 0 && (
          <Link to="/s/$store/design/flows" params={params}>
            <b>{t("running.flows", { count: flows })}</b>
          </Link>
        )}
        {flows === null && <span>{t("running.unread")}</span>}
      </span>
    </li>
  );
}
