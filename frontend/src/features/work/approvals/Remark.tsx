import { Input } from "antd";
import { useId } from "react";
import type { Dispatch, SetStateAction } from "react";
import type { FlowDecisionIn } from "@/api/types.gen";
import type { FileValue } from "@/features/fields/shapes";
import { FilesBox } from "@/features/files/FilesBox";
import { isWaiting } from "@/features/files/kinds";
import type { Asked } from "./api";
import styles from "./approvals.module.css";
import { SignaturePad } from "./SignaturePad";
import type { Strokes } from "./SignaturePad";
import { useApprovalTexts } from "./texts";

export type Said = { comment: string; strokes: Strokes; files: FileValue[] };
export const nothingSaid: Said = { comment: "", strokes: [], files: [] };
/** As the server takes. */
const mostFiles = 10;

const needsComment = (asked: Asked, rejecting: boolean) => asked.kind === "approval" && (asked.comment === "required" || (asked.comment === "rejecting" && rejecting));

/** What the step wants said with the answer, and is not; and files that are on their way still. */
export function unsaid(asked: Asked, rejecting: boolean, { comment, strokes, files }: Said): ("comment" | "signature" | "files")[] {
  return [
    ...(needsComment(asked, rejecting) && !comment.trim() ? (["comment"] as const) : []),
    ...(asked.signature && strokes.length === 0 ? (["signature"] as const) : []),
    ...(files.some(isWaiting) ? (["files"] as const) : []),
  ];
}

/** As it goes with the answer. */
export function remarkOf(asked: Asked, { comment, strokes, files }: Said): FlowDecisionIn {
  return { comment, files: files.map(({ id }) => id), ...(asked.signature ? { signature: strokes } : {}) };
}

type Props = { store: string; asked: Asked; rejecting: boolean; said: Said; sent: boolean; onChange: Dispatch<SetStateAction<Said>> };

/** A word with the answer, papers and photos, and the hand under it. */
export function Remark({ store, asked, rejecting, said, sent, onChange }: Props) {
  const t = useApprovalTexts();
  const id = useId();
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
          onChange={(event) => onChange((before) => ({ ...before, comment: event.target.value }))}
        />
      </label>
      <div className={styles.field}>
        <label htmlFor={id}>{t("files")}</label>
        <FilesBox
          id={id}
          store={store}
          entity="flow:answer"
          field={asked.id}
          files={said.files}
          label={t("files")}
          limit={mostFiles}
          invalid={lacking.includes("files")}
          onChange={(files) => onChange((before) => ({ ...before, files }))}
        />
        {lacking.includes("files") && (
          <span role="alert" className={styles.late}>
            {t("filesUnderWay")}
          </span>
        )}
      </div>
      {asked.signature && <SignaturePad wrong={lacking.includes("signature")} onChange={(strokes) => onChange((before) => ({ ...before, strokes }))} />}
    </>
  );
}
