import { CompassOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { EmptyState } from "./EmptyState";
import { useCommonTexts } from "./texts";

/** No such page, said within the shell. `home`: where to go instead of the start page. */
export function NotFound({ home }: { home?: ReactNode }) {
  const t = useCommonTexts();
  return (
    <EmptyState
      whole
      icon={<CompassOutlined />}
      title={t("notFound.title")}
      text={t("notFound.text")}
      actions={home ?? <Link to="/">{t("home")}</Link>}
    />
  );
}
