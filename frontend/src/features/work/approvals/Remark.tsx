import { Input } from "antd";
import type { Asked } from "./api";
import styles from "./approvals.module.css";
import { SignaturePad } from "./SignaturePad";
import type { Strokes } from "./SignaturePad";
import { useApprovalTexts } from "./texts";

export type Said = { comment: string; strokes: Strokes };
export const nothingSaid: Said = { comment: "", strokes: [] };

const needsComment = (asked: Asked, rejecting: boolean) => asked.kind === "approval" && (asked.comment === "required" || (asked.comment === "rejecting" && rejecting));

/** What the step wants said with the answer, and is not. */
export function unsaid(asked: Asked, rejecting: boolean, { comment, strokes }: Said): ("comment" | "signature")[] {
  return [
    ...(needsComment(asked, rejecting) && !comment.trim() ? (["comment"] as const) : []),
    ...(asked.signature && strokes.length === 0 ? (["signature"] as const) : []),
  ];
}

type Props = { asked: Asked; rejecting: boolean; said: Said; sent: boolean; onChange: (said: Said) => void };

/** A word with the answer, and the hand under it. */
export function Remark({ asked, rejecting, said, sent, onChange }: Props) {
  const t = useApprovalTexts();
  const lacking = sent ? unsaid(asked, rejecting, said) : [];
  return (
    <>
      <label className={styles.field}>
        {t(needsComment(asked, rejecting) ? "comment" : "commentIfLiked")}
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          status={lacking.includes("comment") ? "error" : ""}
          value={said.comment}
          onChange={(event) => onChange({ ...said, comment: event.target.value })}
        />
      </label>
      {asked.signature && <SignaturePad wrong={lacking.includes("signature")} onChange={(strokes) => onChange({ ...said, strokes })} />}
    </>
  );
}
