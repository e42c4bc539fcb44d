import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { changeComment, deleteComment } from "@/api/sdk.gen";
import type { CommentOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { useErrorNotice } from "@/components/errorNotice";
import { useCommonTexts } from "@/components/texts";
import { meQuery } from "@/features/session/api/me";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { looksOnly } from "@/http/lookOnly";
import { useRecordsTexts } from "../texts";
import styles from "./timeline.module.css";

/** Whoever asked to change it writes on at once. */
const focus = (box: { focus: () => void } | null) => box?.focus();

type Props = { store: string; comment: CommentOut; mayComment: boolean };

/** What somebody said; whoever wrote it changes it, or takes it away. */
export function Comment({ store, comment, mayComment }: Props) {
  const t = useRecordsTexts();
  const tCommon = useCommonTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { modal } = App.useApp();
  const me = useQuery(meQuery).data?.person.id;
  const [draft, setDraft] = useState<string | null>(null);
  const asked = { headers: inStore(store), path: { comment_id: comment.id } };
  const readAnew = () => client.invalidateQueries({ queryKey: ["store", store, "timeline"] });
  const changing = useMutation({
    mutationFn: (text: string) => changeComment({ ...asked, body: { text } }),
    onSuccess: async () => {
      await readAnew();
      setDraft(null);
    },
  });
  const deleting = useMutation({ mutationFn: () => deleteComment(asked), onSuccess: readAnew, onError: refuse });
  const leave = () => {
    changing.reset();
    setDraft(null);
  };

  if (draft !== null) {
    const send = () => {
      if (draft.trim() && !changing.isPending) changing.mutate(draft.trim());
    };
    return (
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Input.TextArea
          ref={focus}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={4000}
          aria-label={t("timeline.change")}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && draft === comment.text) leave();
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
          }}
        />
        <FormError error={changing.error} />
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" disabled={!draft.trim()} loading={changing.isPending}>
            {tCommon("save")}
          </Button>
          <Button onClick={leave}>{tCommon("cancel")}</Button>
        </div>
      </form>
    );
  }
  const confirm = () =>
    modal.confirm({
      title: t("timeline.deleteTitle"),
      content: t("timeline.deleteText"),
      okText: t("delete"),
      okButtonProps: { danger: true },
      cancelText: tCommon("cancel"),
      onOk: () => deleting.mutateAsync().catch(() => undefined),
    });
  const own = mayComment && comment.author === me && !looksOnly(store);
  return (
    <>
      <p className={styles.comment}>{comment.text}</p>
      {comment.edited_at && (
        <span className="cz-soft cz-small" title={formatDateTime(comment.edited_at)}>
          {t("timeline.edited")}
        </span>
      )}
      {own && (
        <div className={styles.buttons}>
          <Button type="link" size="small" onClick={() => setDraft(comment.text)}>
            {t("timeline.change")}
          </Button>
          <Button type="link" size="small" danger loading={deleting.isPending} onClick={confirm}>
            {t("timeline.delete")}
          </Button>
        </div>
      )}
    </>
  );
}
