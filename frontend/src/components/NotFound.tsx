import { CompassOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "./EmptyState";
import { useCommonTexts } from "./texts";

export function NotFound() {
  const t = useCommonTexts();
  return (
    <EmptyState
      whole
      icon={<CompassOutlined />}
      title={t("notFound.title")}
      text={t("notFound.text")}
      actions={<Link to="/">{t("home")}</Link>}
    />
  );
}
