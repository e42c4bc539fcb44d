import { BankOutlined } from "@ant-design/icons";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { useCommonTexts } from "@/components/texts";
import { headquartersOf, useMe } from "@/features/session/useMe";

/** The pages of a group's headquarters, for people with a role at group level. */
export function HqPlace() {
  const t = useCommonTexts();
  const { group: slug } = useParams({ from: "/_shell/hq/$group" });
  const group = headquartersOf(useMe()).find((candidate) => candidate.slug === slug);
  if (!group) {
    return (
      <EmptyState
        whole
        icon={<BankOutlined />}
        title={t("forbidden.title")}
        text={t("forbidden.text")}
        actions={<Link to="/">{t("home")}</Link>}
      />
    );
  }
  return <Outlet key={slug} />;
}
