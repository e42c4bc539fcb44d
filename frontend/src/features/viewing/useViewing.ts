import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { onViewed, setViewed, viewed } from "@/http/viewing";
import type { Viewed } from "@/http/viewing";

/** Through whose eyes this tab looks, and how to begin and end it. What was read as the other is forgotten. */
export function useViewing() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const person = useSyncExternalStore(onViewed, viewed);

  async function look(next: Viewed | null): Promise<void> {
    const store = next?.store ?? person?.store;
    setViewed(next);
    void client.resetQueries({ queryKey: ["store"] });
    if (store) await navigate({ to: "/s/$store", params: { store } });
  }
  return { person, look };
}
