import { RightOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Switch } from "antd";
import { useState } from "react";
import type { DesignedEntityOut } from "@/api/types.gen";
import styles from "./design.module.css";
import { OriginTag } from "./OriginTag";
import { useDesignWords } from "./useDesignWords";

export function KindList({ store, kinds }: { store: string; kinds: DesignedEntityOut[] }) {
  const { t, label } = useDesignWords();
  const [withRetired, setWithRetired] = useState(false);
  const retired = kinds.filter((kind) => kind.retired).length;
  return (
    <>
      {retired > 0 && (
        <label className={styles.switch}>
          <Switch size="small" checked={withRetired} onChange={setWithRetired} />
          {t("showRetired", { count: retired })}
        </label>
      )}
      <ul className={styles.list}>
        {kinds
          .filter((kind) => withRetired || !kind.retired)
          .map((kind) => (
            <li key={kind.name}>
              <Link
                to="/s/$store/settings/fields/$entity"
                params={{ store, entity: kind.name }}
                className={styles.kind}
                data-retired={kind.retired}
              >
                <span className={styles.words}>
                  <b>{label(kind.label)}</b>
                  <span className={styles.soft}>{t("fieldCount", { count: kind.field_count })}</span>
                </span>
                {kind.retired && <span className={styles.soft}>{t("retired")}</span>}
                <OriginTag origin={kind.origin} />
                <RightOutlined aria-hidden />
              </Link>
            </li>
          ))}
      </ul>
    </>
  );
}
