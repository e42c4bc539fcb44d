import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense, createContext, lazy, useContext, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { changeMe } from "@/api/sdk.gen";
import { meQuery } from "@/features/session/api/me";
import { useMe } from "@/features/session/useMe";
import { storeHomeQuery } from "@/features/store/api/home";
import { looksOnly } from "@/http/lookOnly";
import type { TourPlace } from "./stops";

const GuidedTour = lazy(async () => ({ default: (await import("./GuidedTour")).GuidedTour }));
type Offer = { start: () => void; due: boolean };
const Offering = createContext<Offer | null>(null);

/** The tour of the place where one is, and whether it was never taken; null where there is none. */
export function useTour(): Offer | null {
  return useContext(Offering);
}

type Props = {
  place: TourPlace | "none";
  /** What the tour points at is on the page. */
  ready: boolean;
  store: { slug: string; name: string } | null;
  children: ReactNode;
};

/** Takes round whoever comes for the first time, by what they do there, and whoever asks; the server remembers that it was
 * seen, on whatever device. */
export function TourProvider({ place, ready, store, children }: Props) {
  const me = useMe();
  const client = useQueryClient();
  const [on, setOn] = useState<TourPlace | null>(null);
  const due = place !== "none" && !me.person.tours_seen.includes(place) && !looksOnly(store?.slug ?? "");
  const roles = useQuery({ ...storeHomeQuery(store?.slug ?? ""), enabled: place === "store" && store !== null }).data?.roles;
  const sure = place === "hq" || roles !== undefined;
  // Whoever comes for the first time is taken round unasked.
  const running = on ?? (due ? place : null);
  const offer = useMemo(() => (place === "none" ? null : { start: () => setOn(place), due }), [place, due]);

  function end(): void {
    setOn(null);
    if (place === "none" || !due) return;
    client.setQueryData(meQuery.queryKey, (known) =>
      known && { ...known, person: { ...known.person, tours_seen: [...known.person.tours_seen, place] } },
    );
    // One that could not be remembered is offered again another day.
    changeMe({ body: { tour_seen: place } }).catch(() => undefined);
  }

  return (
    <Offering value={offer}>
      {children}
      {ready && sure && place !== "none" && running === place && (
        <Suspense fallback={null}>
          <GuidedTour key={place} place={place} roles={roles ?? []} store={store?.name ?? ""} onEnd={end} />
        </Suspense>
      )}
    </Offering>
  );
}
