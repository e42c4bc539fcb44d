import { CopyOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useDuplicatesTexts } from "./texts";

/** From a list to its likely duplicates. */
export function DuplicatesLink({ store, entity }: { store: string; entity: string }) {
  const t = useDuplicatesTexts();
  return (
    <Link to="/s/$store/duplicates/$entity" params={{ store, entity }}>
      <Button type="text" icon={<CopyOutlined />}>
        {t("link")}
      </Button>
    </Link>
  );
}
