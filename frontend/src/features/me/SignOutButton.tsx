import { LogoutOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useSignOut } from "@/features/session/useSignOut";
import { useMeTexts } from "./texts";

export function SignOutButton() {
  const t = useMeTexts();
  const leaving = useSignOut();
  return (
    <Button icon={<LogoutOutlined />} loading={leaving.isPending} onClick={() => leaving.mutate()}>
      {t("signOut")}
    </Button>
  );
}
