import { useQuery } from "@tanstack/react-query";
import { hasOutbox } from "./api/entrance";

/** A way to the development outbox, where this installation has one. */
export function OutboxHint({ label }: { label: string }) {
  const { data } = useQuery({ queryKey: ["outbox", "present"], queryFn: hasOutbox, staleTime: Infinity });
  if (!data) return null;
  return (
    <a href="/dev/outbox" target="_blank" rel="noreferrer">
      {label}
    </a>
  );
}
