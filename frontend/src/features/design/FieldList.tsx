import { Button, Input, Switch } from "antd";
import { useState } from "react";
import { bringBackField, reorderFields } from "@/api/sdk.gen";
import type { DesignedEntityOut, DesignedFieldOut, DesignOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { inStore } from "@/http/inStore";
import { ChangeField } from "./ChangeField";
import { ConvertField } from "./ConvertField";
import styles from "./design.module.css";
import { FieldLine } from "./FieldLine";
import type { FieldAct } from "./FieldLine";
import { IndexField } from "./IndexField";
import { RetireField } from "./RetireField";
import { arranged, moved, sectionsOf } from "./order";
import { useDesigning } from "./useDesigning";
import { useDesignWords } from "./useDesignWords";

/** From here on sections are folded and fields are looked for: hundreds of lines take seconds to draw. */
const manyFields = 60;
const atOnce = 60;

function toggled(names: ReadonlySet<string>, name: string): Set<string> {
  const others = new Set(names);
  if (!others.delete(name)) others.add(name);
  return others;
}

type Open = { act: Exclude<FieldAct, "bringBack">; field: DesignedFieldOut };

/** The fields by section. A new order is kept once it is saved. */
export function FieldList({ store, kind, kinds }: { store: string; kind: DesignOut; kinds: DesignedEntityOut[] }) {
  const { t } = useDesignWords();
  const [order, setOrder] = useState<string[] | null>(null);
  const [withRetired, setWithRetired] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const [wanted, setWanted] = useState("");
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const close = () => setOpen(null);
  const headers = inStore(store);
  const ordering = useDesigning(
    store,
    (fields: string[]) => reorderFields({ path: { entity: kind.name }, body: { fields }, headers }),
    () => setOrder(null),
  );
  const bringing = useDesigning(store, (field: string) => bringBackField({ path: { entity: kind.name, field }, headers }));
  const retired = kind.fields.filter((field) => field.retired);
  const standing = arranged(kind.fields.filter((field) => !field.retired), order ?? []);
  const sections = sectionsOf(standing);
  const many = standing.length > manyFields;
  const fits = ({ label: said, name }: DesignedFieldOut) =>
    `${said.zh} ${said.en} ${name}`.toLowerCase().includes(wanted.trim().toLowerCase());

  function onAct(field: DesignedFieldOut, act: FieldAct): void {
    if (act === "bringBack") bringing.mutate(field.name);
    else setOpen({ act, field });
  }
  const line = (field: DesignedFieldOut) => {
    const [up, down] = field.retired ? [null, null] : [moved(standing, field.name, -1), moved(standing, field.name, 1)];
    return (
      <FieldLine
        key={field.name}
        field={field}
        locked={kind.retired}
        onUp={up && (() => setOrder(up))}
        onDown={down && (() => setOrder(down))}
        onAct={(act) => onAct(field, act)}
      />
    );
  };
  return (
    <>
      {retired.length > 0 && (
        <label className={styles.switch}>
          <Switch size="small" checked={withRetired} onChange={setWithRetired} />
          {t("showRetired", { count: retired.length })}
        </label>
      )}
      {many && (
        <div className={styles.switch}>
          <Input
            allowClear
            aria-label={t("field.findOne")}
            placeholder={t("field.findOne")}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </div>
      )}
      {sections.map(({ name, fields }) => {
        const title = name || t("noSection");
        const found = fields.filter(fits);
        const shown = !many || unfolded.has(name) || wanted.trim() !== "";
        if (found.length === 0) return null;
        return (
          <section key={name} aria-label={title}>
            {sections.length > 1 && !many && <h3 className={styles.section}>{title}</h3>}
            {many && (
              <h3 className={styles.section}>
                <Button type="text" aria-expanded={shown} onClick={() => setUnfolded(toggled(unfolded, name))}>
                  {shown ? "▾" : "▸"} {title}（{found.length}）
                </Button>
              </h3>
            )}
            {shown && <ul className={styles.list}>{found.slice(0, many ? atOnce : found.length).map(line)}</ul>}
            {shown && many && found.length > atOnce && <p className={styles.switch}>{t("field.narrow", { count: found.length - atOnce })}</p>}
          </section>
        );
      })}
      {withRetired && retired.length > 0 && (
        <section aria-label={t("retired")}>
          <h3 className={styles.section}>{t("retired")}</h3>
          <ul className={styles.list}>{retired.map(line)}</ul>
        </section>
      )}
      {bringing.error && <FormError error={bringing.error} />}
      {ordering.error && <FormError error={ordering.error} />}
      {order && (
        <div className={styles.save} role="status">
          <span>{t("order.unsaved")}</span>
          <Button onClick={() => setOrder(null)}>{t("order.drop")}</Button>
          <Button type="primary" loading={ordering.isPending} onClick={() => ordering.mutate(order)}>
            {t("order.save")}
          </Button>
        </div>
      )}
      {open?.act === "change" && <ChangeField store={store} kind={kind} kinds={kinds} field={open.field} onClose={close} />}
      {open?.act === "convert" && <ConvertField store={store} entity={kind.name} field={open.field} onClose={close} />}
      {open?.act === "index" && <IndexField store={store} entity={kind.name} field={open.field} onClose={close} />}
      {open?.act === "retire" && <RetireField store={store} entity={kind.name} field={open.field} onClose={close} />}
    </>
  );
}
