import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { enterFormPost, listFormPosts } from "@/api/sdk.gen";
import type { FormPostOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { SkeletonRows } from "@/components/Skeleton";
import { refusalText } from "@/features/fields/refusalText";
import { recordPath } from "@/features/records/paths";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import type { Head } from "../api/designs";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import sheets from "./sheets.module.css";

const pageSize = 50;

/** Everything that came in, with what became of it; what was refused can be entered once the reason is gone. */
export function Posts({ store, form }: { store: string; form: Head }) {
  const t = useFormsTexts();
  const client = useQueryClient();
  const key = ["store", store, "forms", "posts", form.id];
  const posts = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      listFormPosts({ path: { form_id: form.id }, query: pageParam ? { before: pageParam } : {}, headers: inStore(store), signal }),
    initialPageParam: "",
    getNextPageParam: (page) => (page.length === pageSize ? page.at(-1)?.id : undefined),
  });
  const entering = useMutation({
    mutationFn: (post: string) => enterFormPost({ path: { form_id: form.id, post_id: post }, headers: inStore(store) }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  if (posts.error) return <FormError error={posts.error} />;
  if (!posts.data) return <SkeletonRows rows={2} />;
  const all = posts.data.pages.flat();
  if (all.length === 0) return <p className={styles.soft}>{t("public.noPosts")}</p>;
  return (
    <>
      <FormError error={entering.error} />
      <ul className={styles.versions}>
        {all.map((post) => (
          <li key={post.id} className={styles.since}>
            <div className={styles.version}>
              <b>{t(`public.outcome.${post.outcome}`)}</b>
              <span className={styles.soft}>{formatDateTime(post.at)}</span>
              {post.record_id ? (
                <Link to={recordPath(store, form.entity, post.record_id)}>{t("public.record")}</Link>
              ) : (
                <Button size="small" disabled={!post.values} loading={entering.isPending} onClick={() => entering.mutate(post.id)}>
                  {t("public.enter")}
                </Button>
              )}
            </div>
            <Reasons post={post} />
            <details>
              <summary>{t("public.sent")}</summary>
              <pre className={sheets.payload}>{post.values ? JSON.stringify(post.values, null, 2) : t("public.erased")}</pre>
            </details>
          </li>
        ))}
      </ul>
      {posts.hasNextPage && <Button onClick={() => void posts.fetchNextPage()}>{t("public.more")}</Button>}
    </>
  );
}

function Reasons({ post }: { post: FormPostOut }) {
  const reasons = Object.entries(post.reasons);
  if (reasons.length === 0) return null;
  return (
    <ul>
      {reasons.map(([field, code]) => (
        <li key={field}>
          {field && `${field}：`}
          {refusalText({ code, params: {} })}
        </li>
      ))}
    </ul>
  );
}
