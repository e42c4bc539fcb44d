import { CreditCardOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useHq } from "@/features/session/useHq";
import { planQuery } from "./api/plan";
import styles from "./plan.module.css";
import { usePlanTexts } from "./texts";
import { Trial } from "./Trial";

/** What the group has, how long, and for how many people. */
export function PlanPage() {
  const t = usePlanTexts();
  const { slug, role } = useHq();
  const owner = role === "group_owner";
  const plan = useQuery({ ...planQuery(slug), enabled: owner });
  if (!owner)
    return <EmptyState whole icon={<CreditCardOutlined />} title={t("ownerOnly.title")} text={t("ownerOnly.text")} />;
  return (
    <>
      <PageHeader title={t("title")} />
      {plan.isPending && <SkeletonRows />}
      {plan.error && <ErrorPanel error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.data && (
        <div className={styles.plan}>
          <Trial plan={plan.data} />
          <Panel title={t("seats")}>
            <p className={styles.big}>{t("used", { count: plan.data.seats_used })}</p>
            {plan.data.seats_pending > 0 && <p>{t("pending", { count: plan.data.seats_pending })}</p>}
            <p className={styles.soft}>{t("seatsText")}</p>
            <Link to="/hq/$group/people" params={{ group: slug }}>
              {t("people")}
            </Link>
          </Panel>
          <Panel title={t("next")}>
            <p className={styles.soft}>{t("nextText")}</p>
          </Panel>
        </div>
      )}
    </>
  );
}
