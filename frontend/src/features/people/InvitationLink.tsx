import { CopyOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import type { NewInvitation } from "@/api/types.gen";
import { SuccessNote } from "@/components/SuccessNote";
import { useCommonTexts } from "@/components/texts";
import { formatDateTime } from "@/format/date";
import styles from "./people.module.css";
import { usePeopleTexts } from "./texts";

/** The link to pass on, shown this once. */
export function InvitationLink(props: {
  invitation: NewInvitation;
  email: string | null;
  seats?: string | undefined;
  more?: ReactNode;
  onDone: () => void;
}) {
  const { invitation, email } = props;
  const t = usePeopleTexts();
  const tCommon = useCommonTexts();
  const id = useId();
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(invitation.link);
    setCopied(true);
  }

  return (
    <div className={styles.form}>
      <label htmlFor={id}>{t("made.link")}</label>
      <div className={styles.link}>
        <Input id={id} readOnly value={invitation.link} onFocus={(event) => event.target.select()} />
        <Button type="primary" icon={<CopyOutlined />} onClick={() => void copy().catch(() => setCopied(false))}>
          {tCommon("copy")}
        </Button>
      </div>
      {copied && <SuccessNote text={tCommon("copied")} />}
      <p className={styles.soft}>
        {t("made.once", { at: formatDateTime(invitation.expires_at) })} {email && t("made.mailed", { email })}
      </p>
      {props.seats && <p className={styles.soft}>{props.seats}</p>}
      <div className={styles.buttons}>
        {props.more}
        <Button onClick={props.onDone}>{t("made.done")}</Button>
      </div>
    </div>
  );
}
