import { CompassOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { useCommonTexts } from "@/components/texts";
import { EntranceFrame } from "./EntranceFrame";
import { useEntranceTexts } from "./texts";

/** An address that leads nowhere, outside the shell: the brand, what happened, and two ways on. */
export function LostPage() {
  const t = useEntranceTexts();
  const tCommon = useCommonTexts();
  return (
    <EntranceFrame>
      <EmptyState
        whole
        icon={<CompassOutlined />}
        title={tCommon("notFound.title")}
        text={tCommon("notFound.text")}
        actions={
          <>
            <Link to="/">
              <Button type="primary">{tCommon("home")}</Button>
            </Link>
            <Link to="/sign-in">
              <Button>{t("signIn.title")}</Button>
            </Link>
          </>
        }
      />
    </EntranceFrame>
  );
}
