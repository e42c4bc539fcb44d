import { ArrowDownOutlined, ArrowUpOutlined, RightOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Switch } from "antd";
import { useState } from "react";
import { reorderEntities } from "@/api/sdk.gen";
import type { DesignedEntityOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { inStore } from "@/http/inStore";
import styles from "./design.module.css";
import { shifted } from "./order";
import { OriginTag } from "./OriginTag";
import { useDesigning } from "./useDesigning";
import { useDesignWords } from "./useDesignWords";

/** The kinds of record in the order in which they are shown everywhere. A new order is kept once it is saved. */
export function KindList({ store, kinds }: { store: string; kinds: DesignedEntityOut[] }) {
  const { t, label } = useDesignWords();
  const [withRetired, setWithRetired] = useState(false);
  const [order, setOrder] = useState<string[] | null>(null);
  const ordering = useDesigning(
    store,
    (entities: string[]) => reorderEntities({ body: { entities }, headers: inStore(store) }),
    () => setOrder(null),
  );
  const retired = kinds.filter((kind) => kind.retired);
  const by = new Map(kinds.map((kind) => [kind.name, kind]));
  const standing = order ?? kinds.filter((kind) => !kind.retired).map(({ name }) => name);
  const shown = [...standing.flatMap((name) => by.get(name) ?? []), ...(withRetired ? retired : [])];
  return (
    <>
      {retired.length > 0 && (
        <label className={styles.switch}>
          <Switch size="small" checked={withRetired} onChange={setWithRetired} />
          {t("showRetired", { count: retired.length })}
        </label>
      )}
      <ul className={styles.list}>
        {shown.map((kind) => {
          const name = label(kind.label);
          const [up, down] = kind.retired ? [null, null] : [shifted(standing, kind.name, -1), shifted(standing, kind.name, 1)];
          return (
            <li key={kind.name} className={styles.kindLine}>
              <Link
                to="/s/$store/settings/fields/$entity"
                params={{ store, entity: kind.name }}
                className={styles.kind}
                data-retired={kind.retired}
              >
                <span className={styles.words}>
                  <b>{name}</b>
                  <span className={styles.soft}>{t("fieldCount", { count: kind.field_count })}</span>
                </span>
                {kind.retired && <span className={styles.soft}>{t("retired")}</span>}
                <OriginTag origin={kind.origin} />
                <RightOutlined aria-hidden />
              </Link>
              {!kind.retired && (
                <span className={styles.actions}>
                  <Button type="text" icon={<ArrowUpOutlined />} aria-label={t("field.up", { name })} disabled={!up} onClick={() => up && setOrder(up)} />
                  <Button type="text" icon={<ArrowDownOutlined />} aria-label={t("field.down", { name })} disabled={!down} onClick={() => down && setOrder(down)} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {ordering.error && <FormError error={ordering.error} />}
      {order && (
        <div className={styles.save} role="status">
          <span>{t("order.kindsUnsaved")}</span>
          <Button onClick={() => setOrder(null)}>{t("order.drop")}</Button>
          <Button type="primary" loading={ordering.isPending} onClick={() => ordering.mutate(order)}>
            {t("order.save")}
          </Button>
        </div>
      )}
    </>
  );
}
