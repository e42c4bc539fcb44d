import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { enterLeadPost } from "@/api/sdk.gen";
import type { LeadPostBodyOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { recordPath } from "@/features/records/paths";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { postQuery } from "./api";
import styles from "@/components/exchange/exchange.module.css";
import { OutcomeSign } from "./OutcomeSign";
import { useSourceTexts } from "./texts";
import { useWhyRefused } from "./useWhyRefused";

type Props = { store: string; id: string; names: ReadonlyMap<string, string>; onClose: () => void };

/** What came, what came of it, and the way to enter it once more. */
export function PostSheet({ store, id, names, onClose }: Props) {
  const t = useSourceTexts();
  const told = useQuery(postQuery(store, id));
  return (
    <Sheet open width={600} title={t("one")} onClose={onClose}>
      {told.error && <ErrorPanel error={told.error} onRetry={() => void told.refetch()} />}
      {told.isPending && <SkeletonRows rows={4} />}
      {told.data && <Known store={store} post={told.data} source={names.get(told.data.source_id) ?? ""} />}
    </Sheet>
  );
}

function Known({ store, post, source }: { store: string; post: LeadPostBodyOut; source: string }) {
  const t = useSourceTexts();
  const why = useWhyRefused();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => enterLeadPost({ path: { lead_post_id: post.id }, headers: inStore(store) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["store", store] }),
  });
  const open = post.outcome === "received" || post.outcome === "refused";
  return (
    <div className={styles.form}>
      <dl className={styles.facts}>
        <dt>{t("fact.outcome")}</dt>
        <dd>
          <OutcomeSign outcome={post.outcome} /> {post.outcome === "refused" && why(post.reasons)}
        </dd>
        {post.title && post.lead_id && (
          <>
            <dt>{t("fact.lead")}</dt>
            <dd>
              <Link to={recordPath(store, "lead", post.lead_id)}>{post.title}</Link>
            </dd>
          </>
        )}
        <dt>{t("fact.source")}</dt>
        <dd>{source}</dd>
        <dt>{t("fact.at")}</dt>
        <dd>{formatDateTime(post.at)}</dd>
      </dl>
      <b>{t("body")}</b>
      {post.body === null ? <span className={styles.soft}>{t(post.erased ? "erased" : "hidden")}</span> : <pre className={styles.code}>{post.body}</pre>}
      <FormError error={again.error} />
      {open && !post.erased && (
        <div className={styles.buttons}>
          <span className={`${styles.soft} cz-small`}>{t("againText")}</span>
          <Button loading={again.isPending} onClick={() => again.mutate()}>
            {t("again")}
          </Button>
        </div>
      )}
    </div>
  );
}
