import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { hourAt } from "@/format/date";
import { findStore, useMe } from "@/features/session/useMe";
import { Kept } from "@/features/search/Kept";
import { storeHomeQuery } from "@/features/store/api/home";
import { Figures } from "./Figures";
import { FirstSteps } from "./FirstSteps";
import { Latest } from "./Latest";
import { greetingAt } from "./greeting";
import styles from "./home.module.css";
import { useHomeTexts } from "./texts";

const MorningPanel = lazy(async () => ({ default: (await import("@/features/figures/MorningPanel")).MorningPanel }));
const MyDay = lazy(async () => ({ default: (await import("@/features/day/MyDay")).MyDay }));
/** Whose day is full of people. */
const sellers = new Set(["sales_advisor", "receptionist", "call_centre"]);
/** Who answers for a store's figures. */
const managers = new Set(["group_owner", "hq_operations", "store_manager", "sales_manager"]);

/** A store's first page: how much is in it, what to do next while it is empty, what came last. */
export function HomePage() {
  const t = useHomeTexts();
  const me = useMe();
  const { store: slug } = useParams({ from: "/_shell/s/$store" });
  const home = useQuery(storeHomeQuery(slug));
  const [hour] = useState(() => hourAt(new Date()));
  const found = findStore(me, slug);
  if (!found) return null;

  const manages = home.data?.roles.some((role) => managers.has(role)) && found.store.pack !== "repair";
  const sells = home.data?.roles.some((role) => sellers.has(role)) && found.store.pack !== "repair";
  const empty = home.data && Object.values(home.data.counts).every((count) => count === 0);
  return (
    <>
      <PageHeader title={t(`greeting.${greetingAt(hour)}`, { name: me.person.name })} note={found.store.name} />
      {home.isPending && <SkeletonRows rows={3} />}
      {home.error && <ErrorPanel error={home.error} onRetry={() => void home.refetch()} />}
      {home.data && !empty && (
        <>
          {sells && (
            <Suspense fallback={<SkeletonRows rows={6} />}>
              <div className={styles.latest}>
                <MyDay store={slug} />
              </div>
            </Suspense>
          )}
          {manages && (
            <Suspense fallback={<SkeletonRows rows={6} />}>
              <div className={styles.latest}>
                <MorningPanel store={slug} />
              </div>
            </Suspense>
          )}
          <Figures store={slug} counts={home.data.counts} pack={found.store.pack} />
          <Kept store={slug} />
          <Latest store={slug} counts={home.data.counts} />
        </>
      )}
      {empty && <FirstSteps group={found.group} />}
    </>
  );
}
