import { SearchOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import type { EntityPoliciesOut, MatrixOut, PolicyFieldOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { useMediaQuery } from "@/theme/useMediaQuery";
import { BulkBar } from "./BulkBar";
import { CellSheet } from "./CellSheet";
import { KindChips } from "./KindChips";
import { FieldGrid } from "./FieldGrid";
import type { Column } from "./FieldGrid";
import styles from "./policies.module.css";
import { withRight } from "./policy";
import { RoleSheet } from "./RoleSheet";
import { SaveSheet } from "./SaveSheet";
import { useDraft } from "./useDraft";
import { usePolicyWords } from "./useWords";

/** Roles × fields of one kind of record. On phones one role at a time. `begin`: the role to begin with. */
export function MatrixPanel({ store, matrix, begin }: { store: string; matrix: MatrixOut; begin: string | null }) {
  const words = usePolicyWords();
  const { t } = words;
  const narrow = useMediaQuery("(max-width: 767px)");
  const draft = useDraft(store, matrix);
  const [entity, setEntity] = useState(matrix.entities[0]?.name ?? "");
  const [roles, setRoles] = useState<string[]>(begin ? [begin] : []);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(new Set<string>());
  const [cell, setCell] = useState<{ field: PolicyFieldOut; role: string } | null>(null);
  const [head, setHead] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  const kind: EntityPoliciesOut | undefined = matrix.entities.find(({ name }) => name === entity) ?? matrix.entities[0];
  if (!kind) return <p className={styles.none}>{t("grid.none")}</p>;
  const { policies, ceiling } = kind;
  const first = matrix.roles.find(({ locked }) => !locked)?.key;
  const wanted = narrow ? [roles[0] ?? first] : roles;
  const columns = matrix.roles
    .filter(({ key, locked }) => (roles.length > 0 || narrow ? wanted.includes(key) : !locked))
    .flatMap((role): Column[] => {
      const found = policies.find((one) => one.role === role.key);
      if (!found) return [];
      const name = words.role(role);
      return [{ key: role.key, name, locked: role.locked, changed: draft.isChanged(found), policy: draft.policyOf(found), ceiling }];
    });
  const only = !narrow && columns.length === 1 ? columns[0] : undefined;
  function turnTo(name: string): void {
    setEntity(name);
    setChosen(new Set());
  }
  const looked = text.trim().toLowerCase();
  const fields = kind.fields.filter(({ name, label }) => [name, label.zh, label.en].some((one) => one.toLowerCase().includes(looked)));
  const cellsOf = (keys: string[]) => policies.filter(({ role }) => keys.includes(role));
  const columnOf = (key: string) => columns.find((column) => column.key === key);
  const headColumn = head ? columnOf(head) : undefined;
  const cellColumn = cell ? columnOf(cell.role) : undefined;
  const isOwn = (key: string) => matrix.roles.some((role) => role.key === key && role.label !== null);
  const options = matrix.roles.map((role) => ({ value: role.key, label: words.role(role) }));

  return (
    <>
      <Panel flush>
        <div className={styles.tools}>
          <Select
            className={styles.entity}
            aria-label={t("entity")}
            value={kind.name}
            onChange={turnTo}
            options={matrix.entities.map(({ name, label }) => ({ value: name, label: words.label(label) }))}
          />
          {narrow ? (
            <Select
              showSearch={{ optionFilterProp: "label" }}
              className={styles.roles}
              aria-label={t("roles")}
              value={wanted[0] ?? null}
              onChange={(key: string) => setRoles([key])}
              options={options}
            />
          ) : (
            <Select
              mode="multiple"
              allowClear
              showSearch={{ optionFilterProp: "label" }}
              className={styles.roles}
              maxTagCount="responsive"
              aria-label={t("roles")}
              placeholder={t("everyRole")}
              value={roles}
              onChange={setRoles}
              options={options}
            />
          )}
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
        {only && (
          <KindChips
            label={t("showOf", { name: only.name })}
            kinds={matrix.entities.flatMap(({ name, label, policies: cells }) => {
              const found = cells.find(({ role }) => role === only.key);
              return found ? [{ name, label, policy: draft.policyOf(found) }] : [];
            })}
            chosen={kind.name}
            onChoose={turnTo}
          />
        )}
        {chosen.size > 0 && (
          <BulkBar
            count={chosen.size}
            roles={columns.filter(({ locked }) => !locked)}
            onSet={(keys, right) => {
              const named = kind.fields.filter(({ name }) => chosen.has(name));
              draft.set(cellsOf(keys), (policy) => withRight(policy, named, { right, own: null }));
            }}
            onClear={() => setChosen(new Set())}
          />
        )}
        <FieldGrid
          entity={kind.name}
          fields={fields}
          columns={columns}
          chosen={chosen}
          onChoose={setChosen}
          onCell={(field, column) => setCell({ field, role: column.key })}
          onHead={(column) => setHead(column.key)}
          onSet={(field, column, right) =>
            draft.set(cellsOf([column.key]), (policy) => withRight(policy, [field], { right, own: null }))
          }
        />
      </Panel>
      {draft.changes.length > 0 && (
        <div className={styles.bar} role="status">
          <span>{t("unsaved", { count: draft.changes.length })}</span>
          <Button onClick={draft.clear}>{t("drop")}</Button>
          <Button type="primary" onClick={() => setSaving(true)}>
            {t("review")}
          </Button>
        </div>
      )}
      {cell && cellColumn && (
        <CellSheet
          store={store}
          entity={kind.name}
          field={cell.field}
          column={cellColumn}
          onSet={(right) => draft.set(cellsOf([cell.role]), (policy) => withRight(policy, [cell.field], right))}
          onClose={() => setCell(null)}
        />
      )}
      {headColumn && (
        <RoleSheet
          entity={kind.name}
          label={words.label(kind.label)}
          column={headColumn}
          onChange={(policy) => draft.set(cellsOf([headColumn.key]), () => policy)}
          onReset={
            headColumn.locked || isOwn(headColumn.key) || !(headColumn.changed || cellsOf([headColumn.key])[0]?.own)
              ? null
              : () => draft.set(cellsOf([headColumn.key]), () => null)
          }
          onClose={() => setHead(null)}
        />
      )}
      {saving && (
        <SaveSheet
          store={store}
          matrix={matrix}
          changes={draft.changes}
          onSaved={() => {
            draft.clear();
            setSaving(false);
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}
