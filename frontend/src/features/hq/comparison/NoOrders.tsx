import { BarChartOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { useHq } from "@/features/session/useHq";
import { useCompareTexts } from "./texts";

/** What belongs here, for a group without sales. */
export function NoOrders() {
  const t = useCompareTexts();
  const { slug, role } = useHq();
  const mayImport = role === "group_owner" || role === "hq_operations";
  return (
    <EmptyState
      icon={<BarChartOutlined />}
      title={t("empty.title")}
      text={mayImport ? t("empty.text") : t("empty.reader")}
      actions={
        mayImport && (
          <Link to="/hq/$group/imports/new" params={{ group: slug }}>
            <Button type="primary">{t("empty.action")}</Button>
          </Link>
        )
      }
    />
  );
}
