import { LogoutOutlined, SettingOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Dropdown } from "antd";
import { useMe } from "@/features/session/useMe";
import { useSignOut } from "@/features/session/useSignOut";
import { useShellTexts } from "../texts";
import styles from "./meMenu.module.css";

export function MeMenu() {
  const t = useShellTexts();
  const { person } = useMe();
  const navigate = useNavigate();
  const leaving = useSignOut();
  const name = person.name || person.email || person.phone || "?";
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "who", type: "group", label: name },
          { key: "settings", icon: <SettingOutlined />, label: t("me.settings") },
          { key: "signOut", icon: <LogoutOutlined />, label: t("me.signOut") },
        ],
        onClick: ({ key }) => {
          if (key === "settings") void navigate({ to: "/me" });
          if (key === "signOut") leaving.mutate();
        },
      }}
    >
      <button type="button" className={styles.me} aria-label={t("me.open")}>
        {Array.from(name)[0]?.toUpperCase()}
      </button>
    </Dropdown>
  );
}
