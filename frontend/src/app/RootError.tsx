import { useRouter } from "@tanstack/react-router";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { ErrorPanel } from "@/components/ErrorPanel";

/** Stands in for a page that failed; trying again loads it anew. */
export function RootError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <ErrorPanel
      whole
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}
