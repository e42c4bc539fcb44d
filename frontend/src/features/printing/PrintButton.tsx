import { PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { storeHomeQuery } from "@/features/store/api/home";
import { looksOnly } from "@/http/lookOnly";
import { most, offeredQuery } from "./api";
import { usePrintTexts } from "./texts";
import { usePrinting } from "./usePrinting";

const everything = "everything";

/** Records on paper: by a template of the store, or with all that one sees. Null: more than can be printed at once. */
export function PrintButton({ store, entity, ids }: { store: string; entity: string; ids: string[] | null }) {
  const t = usePrintTexts();
  const [open, setOpen] = useState(false);
  const offered = useQuery({ ...offeredQuery(store, entity), enabled: open });
  const designs = useQuery(storeHomeQuery(store)).data?.permissions.includes("catalogue.design") ?? false;
  const { busy, print } = usePrinting();
  const many = ids === null || ids.length > most;
  if (looksOnly(store)) return null;
  const templates = (offered.data ?? []).map(({ id, name }) => ({ key: id, label: name }));
  const design = (
    <Link to="/s/$store/design/print/$entity" params={{ store, entity }}>
      {t("design")}
    </Link>
  );
  return (
    <Dropdown
      trigger={["click"]}
      disabled={many}
      onOpenChange={setOpen}
      menu={{
        items: [
          ...(offered.isPending && open ? [{ key: "wait", label: t("loading"), disabled: true }] : templates),
          { key: everything, label: t("everything") },
          ...(designs ? [{ type: "divider" as const }, { key: "design", label: design }] : []),
        ],
        onClick: ({ key }) => {
          if (key !== "design" && ids) print({ store, entity, ids, template: key === everything ? null : key });
        },
      }}
    >
      <Button icon={<PrinterOutlined />} loading={busy} title={many ? t("tooMany", { count: most }) : ""}>
        {many ? t("printUpTo", { count: most }) : t("print")}
      </Button>
    </Dropdown>
  );
}
