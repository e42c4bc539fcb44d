import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
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
import { useHomeTexts } from "./texts";

/** A store's first page: how much is in it, what to do next while it is empty, what came last. */
export function HomePage() {
  const t = useHomeTexts();
  const me = useMe();
  const { store: slug } = useParams({ from: "/_shell/s/$store" });
  const home = useQuery(storeHomeQuery(slug));
  const [hour] = useState(() => hourAt(new Date()));
  const found = findStore(me, slug);
  if (!found) return null;

  const empty = home.data && Object.values(home.data.counts).every((count) => count === 0);
  return (
    <>
      <PageHeader title={t(`greeting.${greetingAt(hour)}`, { name: me.person.name })} note={found.store.name} />
      {home.isPending && <SkeletonRows rows={3} />}
      {home.error && <ErrorPanel error={home.error} onRetry={() => void home.refetch()} />}
      {home.data && !empty && (
        <>
          <Figures store={slug} counts={home.data.counts} pack={found.store.pack} />
          <Kept store={slug} />
          <Latest store={slug} counts={home.data.counts} />
        </>
      )}
      {empty && <FirstSteps group={found.group} />}
    </>
  );
}
