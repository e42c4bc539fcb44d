import { LockOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { storeHomeQuery } from "@/features/store/api/home";
import { matrixQuery } from "./api/policies";
import { MatrixPanel } from "./MatrixPanel";
import styles from "./policies.module.css";
import { RolesPanel } from "./RolesPanel";
import { TeamsPanel } from "./TeamsPanel";
import { usePolicyTexts } from "./texts";

type Tab = "rights" | "roles" | "teams";

/** What the roles of a store may do, its own roles, its teams. */
export function PoliciesPage() {
  const t = usePolicyTexts();
  const tCommon = useCommonTexts();
  const { store } = useParams({ from: "/_shell/s/$store/policies" });
  const home = useQuery(storeHomeQuery(store));
  const allowed = home.data?.permissions.includes("policy.write") ?? false;
  const matrix = useQuery({ ...matrixQuery(store), enabled: allowed });
  const [tab, setTab] = useState<Tab>("rights");
  const [role, setRole] = useState<string | null>(null);
  if (home.isPending) return <SkeletonRows />;
  if (!allowed) {
    return (
      <EmptyState whole icon={<LockOutlined />} title={tCommon("forbidden.title")} text={tCommon("forbidden.text")} />
    );
  }
  return (
    <>
      <PageHeader title={t("title")} note={t("about")} />
      <div className={styles.tabs}>
        <Segmented<Tab>
          aria-label={t("title")}
          value={tab}
          onChange={setTab}
          options={[
            { value: "rights", label: t("tab.rights") },
            { value: "roles", label: t("tab.roles") },
            { value: "teams", label: t("tab.teams") },
          ]}
        />
      </div>
      {matrix.isPending && <SkeletonRows />}
      {matrix.error && <ErrorPanel error={matrix.error} onRetry={() => void matrix.refetch()} />}
      {matrix.data && tab === "rights" && <MatrixPanel store={store} matrix={matrix.data} begin={role} />}
      {matrix.data && tab === "roles" && (
        <RolesPanel
          store={store}
          matrix={matrix.data}
          onShow={(key) => {
            setRole(key);
            setTab("rights");
          }}
        />
      )}
      {matrix.data && tab === "teams" && <TeamsPanel store={store} people={matrix.data.people} />}
    </>
  );
}
