import { ImportOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { Entity } from "@/features/records/api/entities";
import { useRecordsTexts } from "@/features/records/texts";
import { importsPath } from "./paths";
import { useMayImport } from "./useMayImport";

/** The way from a list to the import of its kind of record, for who may bring files in. */
export function ImportLink({ store, entity, primary = false }: { store: string; entity: Entity; primary?: boolean }) {
  const t = useRecordsTexts();
  if (!useMayImport(store, entity)) return null;
  return (
    <Link to={importsPath(store, entity.name)}>
      <Button type={primary ? "primary" : "default"} icon={<ImportOutlined />}>
        {t("empty.import")}
      </Button>
    </Link>
  );
}
