import { SearchOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import type { Ceilings, PolicyFieldOut, PolicyShape } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { BulkBar } from "../BulkBar";
import { CellSheet } from "../CellSheet";
import { FieldGrid } from "../FieldGrid";
import type { Column } from "../FieldGrid";
import styles from "../policies.module.css";
import { samePolicy, unlimited, withRight } from "../policy";
import { RoleSheet } from "../RoleSheet";
import { usePolicyWords } from "../useWords";
import { SaveCeiling } from "./SaveCeiling";

const all = "/";

/** One ceiling at a time: of the whole group, or of one store. */
export function CeilingPanel(props: {
  group: string;
  ceilings: Ceilings;
  store: string | null;
  onStore: (store: string | null) => void;
}) {
  const { group, ceilings, store } = props;
  const words = usePolicyWords();
  const { t } = words;
  const [entity, setEntity] = useState(ceilings.entities[0]?.name ?? "");
  const [drafts, setDrafts] = useState<Record<string, PolicyShape>>({});
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(new Set<string>());
  const [cell, setCell] = useState<PolicyFieldOut | null>(null);
  const [head, setHead] = useState(false);
  const [saving, setSaving] = useState(false);

  const kind = ceilings.entities.find(({ name }) => name === entity) ?? ceilings.entities[0];
  if (!kind) return null;
  const here = store === null ? ceilings.group : (ceilings.stores.find(({ slug }) => slug === store)?.ceilings ?? {});
  const kept = here[kind.name] ?? unlimited;
  const policy = drafts[kind.name] ?? kept;
  const changed = !samePolicy(policy, kept);
  const set = (next: PolicyShape) => setDrafts({ ...drafts, [kind.name]: next });
  const column: Column = { key: "ceiling", name: t("ceilings.most"), locked: false, changed, policy, ceiling: null };
  const looked = text.trim().toLowerCase();
  const fields = kind.fields.filter(({ name, label }) => [name, label.zh, label.en].some((one) => one.toLowerCase().includes(looked)));
  const apart = ceilings.stores.filter(
    (one) => store === null && !samePolicy(one.ceilings[kind.name] ?? unlimited, ceilings.group[kind.name] ?? unlimited),
  );

  return (
    <>
      <Panel flush>
        <div className={styles.tools}>
          <Select
            className={styles.entity}
            aria-label={t("ceilings.where")}
            value={store ?? all}
            onChange={(slug: string) => props.onStore(slug === all ? null : slug)}
            options={[
              { value: all, label: t("ceilings.everywhere") },
              ...ceilings.stores.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
          <Select
            className={styles.entity}
            aria-label={t("entity")}
            value={kind.name}
            onChange={(name: string) => {
              setEntity(name);
              setChosen(new Set());
            }}
            options={ceilings.entities.map(({ name, label }) => ({ value: name, label: words.label(label) }))}
          />
          <Input
            allowClear
            className={styles.find}
            prefix={<SearchOutlined aria-hidden />}
            value={text}
            placeholder={t("find")}
            aria-label={t("find")}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        {apart.length > 0 && (
          <p className={styles.none}>{t("ceilings.apart", { stores: apart.map(({ name }) => name).join(t("comma")) })}</p>
        )}
        {chosen.size > 0 && (
          <BulkBar
            count={chosen.size}
            roles={[]}
            onSet={(_, right) => set(withRight(policy, kind.fields.filter(({ name }) => chosen.has(name)), { right, own: null }))}
            onClear={() => setChosen(new Set())}
          />
        )}
        <FieldGrid
          entity={kind.name}
          fields={fields}
          columns={[column]}
          chosen={chosen}
          onChoose={setChosen}
          onCell={(field) => setCell(field)}
          onHead={() => setHead(true)}
          onSet={(field, _, right) => set(withRight(policy, [field], { right, own: null }))}
        />
      </Panel>
      {changed && (
        <div className={styles.bar} role="status">
          <span>{t("ceilings.unsaved", { kind: words.label(kind.label) })}</span>
          <Button onClick={() => set(kept)}>{t("drop")}</Button>
          <Button type="primary" onClick={() => setSaving(true)}>
            {t("review")}
          </Button>
        </div>
      )}
      {cell && (
        <CellSheet
          store={null}
          entity={kind.name}
          field={cell}
          column={column}
          onSet={(right) => set(withRight(policy, [cell], right))}
          onClose={() => setCell(null)}
        />
      )}
      {head && (
        <RoleSheet
          entity={kind.name}
          label={words.label(kind.label)}
          column={column}
          onChange={set}
          onReset={samePolicy(policy, unlimited) ? null : () => set(unlimited)}
          onClose={() => setHead(false)}
        />
      )}
      {saving && (
        <SaveCeiling
          group={group}
          ceilings={ceilings}
          store={store}
          entity={kind.name}
          policy={samePolicy(policy, unlimited) ? null : policy}
          onClose={() => setSaving(false)}
          onSaved={() => setDrafts({})}
        />
      )}
    </>
  );
}
