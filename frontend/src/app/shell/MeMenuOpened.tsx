import { HistoryOutlined, LogoutOutlined, SettingOutlined } from "@ant-design/icons";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Dropdown } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useSignOut } from "@/features/session/useSignOut";
import { useShellTexts } from "../texts";

/** Open from the first; `children`: the button that it belongs to. */
export function MeMenuOpened({ name, children }: { name: string; children: ReactNode }) {
  const t = useShellTexts();
  const navigate = useNavigate();
  const { store } = useParams({ strict: false });
  const leaving = useSignOut();
  const [open, setOpen] = useState(true);
  return (
    <Dropdown
      trigger={["click"]}
      open={open}
      onOpenChange={setOpen}
      menu={{
        items: [
          { key: "who", type: "group", label: name },
          { key: "settings", icon: <SettingOutlined />, label: t("me.settings") },
          ...(store ? [{ key: "operations", icon: <HistoryOutlined />, label: t("me.operations") }] : []),
          { key: "signOut", icon: <LogoutOutlined />, label: t("me.signOut") },
        ],
        onClick: ({ key }) => {
          setOpen(false);
          if (key === "settings") void navigate({ to: "/me" });
          if (key === "operations" && store) void navigate({ to: "/s/$store/operations", params: { store } });
          if (key === "signOut") leaving.mutate();
        },
      }}
    >
      {children}
    </Dropdown>
  );
}
