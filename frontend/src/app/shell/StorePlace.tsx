import { Link, Outlet, useParams } from "@tanstack/react-router";
import { ShopOutlined } from "@ant-design/icons";
import { useEffect } from "react";
import { EmptyState } from "@/components/EmptyState";
import { useCommonTexts } from "@/components/texts";
import { rememberStore } from "@/features/session/recents";
import { findStore, useMe } from "@/features/session/useMe";
import { useShellTexts } from "../texts";

/** The pages of one store; says so when there is no such store for this person. */
export function StorePlace() {
  const t = useShellTexts();
  const tCommon = useCommonTexts();
  const { store: slug } = useParams({ from: "/_shell/s/$store" });
  const found = findStore(useMe(), slug);

  useEffect(() => {
    if (found) rememberStore(slug);
  }, [found, slug]);

  if (!found) {
    return (
      <EmptyState
        whole
        icon={<ShopOutlined />}
        title={t("storeGone.title")}
        text={t("storeGone.text")}
        actions={<Link to="/">{tCommon("home")}</Link>}
      />
    );
  }
  return <Outlet key={slug} />;
}
