import { useQueryClient } from "@tanstack/react-query";
import { Suspense, createContext, lazy, useContext, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { changeMe } from "@/api/sdk.gen";
import { meQuery } from "@/features/session/api/me";
import { useMe } from "@/features/session/useMe";
import { looksOnly } from "@/http/lookOnly";
import type { TourPlace } from "./stops";

const GuidedTour = lazy(async () => ({ default: (await import("./GuidedTour")).GuidedTour }));
const Starting = createContext<(() => void) | null>(null);

/** Starts the tour of the place where one is; null where there is none. */
export function useTour(): (() => void) | null {
  return useContext(Starting);
}

type Props = {
  place: TourPlace | "none";
  /** What the tour points at is on the page. */
  ready: boolean;
  store: { slug: string; name: string } | null;
  children: ReactNode;
};

/** Offers its tour on the first visit to a place; the server remembers that it was seen, on whatever device. */
export function TourProvider({ place, ready, store, children }: Props) {
  const me = useMe();
  const client = useQueryClient();
  const [again, setAgain] = useState<TourPlace | null>(null);
  const due = place !== "none" && !me.person.tours_seen.includes(place) && !looksOnly(store?.slug ?? "");
  const start = useMemo(() => (place === "none" ? null : () => setAgain(place)), [place]);

  function end(): void {
    setAgain(null);
    if (place === "none" || !due) return;
    client.setQueryData(meQuery.queryKey, (known) =>
      known && { ...known, person: { ...known.person, tours_seen: [...known.person.tours_seen, place] } },
    );
    // One that could not be remembered is offered again another day.
    changeMe({ body: { tour_seen: place } }).catch(() => undefined);
  }

  return (
    <Starting value={start}>
      {children}
      {ready && place !== "none" && (due || again === place) && (
        <Suspense fallback={null}>
          <GuidedTour key={place} place={place} store={store?.name ?? ""} onEnd={end} />
        </Suspense>
      )}
    </Starting>
  );
}
