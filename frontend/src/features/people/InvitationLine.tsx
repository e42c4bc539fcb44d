import { MailOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { OpenInvitation } from "@/api/types.gen";
import { useRoleName } from "@/features/roles/useRoleName";
import { formatDateTime } from "@/format/date";
import styles from "./people.module.css";
import { usePeopleTexts } from "./texts";

type Actions = {
  busy: boolean;
  onRevoke: (invitation: OpenInvitation) => void;
  onRenew: (invitation: OpenInvitation) => void;
};

export function InvitationLine({ invitation, actions }: { invitation: OpenInvitation; actions: Actions | null }) {
  const t = usePeopleTexts();
  const roleName = useRoleName();
  const to = invitation.name || invitation.email || t("pending.anyone");
  const details = [
    invitation.name && invitation.email,
    t("pending.by", { name: invitation.inviter_name }),
    t("pending.expires", { at: formatDateTime(invitation.expires_at) }),
  ];
  return (
    <li className={styles.person}>
      <span className={styles.initial} aria-hidden>
        <MailOutlined />
      </span>
      <div className={styles.words}>
        <span className={styles.name}>{to}</span>
        <span className={styles.contact}>{details.filter(Boolean).join(" · ")}</span>
      </div>
      <div className={styles.places}>
        <span className={styles.place}>
          {t("placeRole", { place: invitation.store?.name ?? t("headquarters"), role: roleName(invitation.role, invitation.role_label) })}
        </span>
        {actions && (
          <span className={styles.actions}>
            <Button
              size="small"
              disabled={actions.busy}
              aria-label={t("pending.renewOf", { to })}
              onClick={() => actions.onRenew(invitation)}
            >
              {t("pending.renew")}
            </Button>
            <Button
              size="small"
              disabled={actions.busy}
              aria-label={t("pending.revokeOf", { to })}
              onClick={() => actions.onRevoke(invitation)}
            >
              {t("pending.revoke")}
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}
