import { LinkOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { KeyFacts } from "@/components/KeyFacts";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { useRoleName } from "@/features/roles/useRoleName";
import { meQuery } from "@/features/session/api/me";
import { formatDateTime } from "@/format/date";
import { isApiError } from "@/http/ApiError";
import { AcceptInvitation } from "./AcceptInvitation";
import { invitationQuery } from "./api/invitation";
import { EnterToAccept } from "./EnterToAccept";
import styles from "./invitation.module.css";
import { useInvitationTexts } from "./texts";

/** Who invites, to which store, as what; then sign up or in, then accept. */
export function InvitationPage() {
  const t = useInvitationTexts();
  const tCommon = useCommonTexts();
  const roleName = useRoleName();
  const { token } = useParams({ from: "/_entrance/invite/$token" });
  const invitation = useQuery(invitationQuery(token));
  const me = useQuery({ ...meQuery, retry: false });

  if (invitation.isPending || me.isPending) return <SkeletonRows rows={4} />;
  if (isApiError(invitation.error) && invitation.error.status >= 400 && invitation.error.status < 500) {
    return (
      <EmptyState
        whole
        icon={<LinkOutlined />}
        title={t("bad.title")}
        text={t("bad.text")}
        actions={<Link to="/">{tCommon("home")}</Link>}
      />
    );
  }
  if (invitation.error) return <ErrorPanel whole error={invitation.error} onRetry={() => void invitation.refetch()} />;
  const offer = invitation.data;
  return (
    <>
      <h1 className={styles.title}>
        {t("title", { inviter: offer.inviter_name, place: offer.store_name ?? offer.group_name })}
      </h1>
      <KeyFacts
        facts={[
          { label: t("group"), value: offer.group_name },
          { label: t("store"), value: offer.store_name ?? t("wholeGroup") },
          { label: t("role"), value: roleName(offer.role) },
          { label: t("expires"), value: formatDateTime(offer.expires_at) },
        ]}
      />
      <div className={styles.below}>
        {me.data ? (
          <AcceptInvitation token={token} me={me.data} />
        ) : (
          <EnterToAccept path={`/invite/${token}`} email={offer.email} />
        )}
      </div>
    </>
  );
}
