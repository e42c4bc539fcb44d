import { CloseOutlined } from "@ant-design/icons";
import { Button, Dropdown, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import { labelIn } from "@/i18n/labelIn";
import { withAt } from "@/features/rules/definition";
import styles from "../designer/designer.module.css";
import { useDesigner } from "../designer/useDesigner";
import { blankWho } from "../drawn/nodes";
import type { Of, Who } from "../drawn/nodes";
import { useFlowTexts } from "../texts";
import { Some } from "./Choice";

type PartProps<One extends Who["kind"]> = { value: Of<Who, One>; onChange: (who: Who) => void };
const ways = Object.keys(blankWho) as Who["kind"][];

/** Whom a step asks: people, roles, fields of the record and so on, all together. */
export function WhoEditor({ value, onChange }: { value: Who[]; onChange: (whom: Who[]) => void }) {
  const t = useFlowTexts();
  return (
    <div className={styles.parts}>
      {value.map((one, at) => {
        const Editor = editors[one.kind] as (props: { value: Who; onChange: (who: Who) => void }) => ReactNode;
        return (
          // Parts have no names of their own: what they are is their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={`${at} ${one.kind}`} className={styles.one}>
            <div className={styles.oneHead}>
              <span>{t(`who.kind.${one.kind}`)}</span>
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t("who.remove", { kind: t(`who.kind.${one.kind}`) })}
                onClick={() => onChange(withAt(value, at, null))}
              />
            </div>
            <Editor value={one} onChange={(changed) => onChange(withAt(value, at, changed))} />
          </div>
        );
      })}
      {value.length < 10 && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: ways.map((kind) => ({ key: kind, label: t(`who.kind.${kind}`) })),
            onClick: ({ key }) => onChange([...value, blankWho[key as Who["kind"]]]),
          }}
        >
          <Button>{t("who.add")}</Button>
        </Dropdown>
      )}
    </div>
  );
}

function PersonsOf({ value, onChange }: PartProps<"persons">) {
  const t = useFlowTexts();
  const { telling } = useDesigner();
  const options = [...telling.people].map(([id, name]) => ({ value: id, label: name }));
  return <Some name={t("who.kind.persons")} empty={t("who.choosePeople")} value={value.people} options={options} onChange={(people) => onChange({ ...value, people })} />;
}

function RolesOf({ value, onChange }: PartProps<"roles">) {
  const t = useFlowTexts();
  const { telling } = useDesigner();
  const options = [...telling.roles].map(([key, name]) => ({ value: key, label: name }));
  return <Some name={t("who.kind.roles")} empty={t("who.chooseRoles")} value={value.roles} options={options} onChange={(roles) => onChange({ ...value, roles })} />;
}

function PersonField({ value, onChange }: { value: string; onChange: (field: string) => void }) {
  const t = useFlowTexts();
  const { i18n } = useTranslation();
  const { telling } = useDesigner();
  const fields = telling.told.entity.fields.filter(({ type }) => type === "user");
  return (
    <Select
      aria-label={t("who.field")}
      placeholder={t("who.field")}
      value={value || null}
      options={fields.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
      onChange={onChange}
    />
  );
}

function FieldOf({ value, onChange }: PartProps<"field">) {
  return <PersonField value={value.field} onChange={(field) => onChange({ ...value, field })} />;
}

function ManagerOf({ value, onChange }: PartProps<"manager">) {
  const t = useFlowTexts();
  return (
    <>
      <Select
        aria-label={t("who.managerOf")}
        value={value.of}
        options={(["starter", "field"] as const).map((of) => ({ value: of, label: t(`who.manager.${of}`) }))}
        onChange={(of) => onChange({ ...value, of, field: of === "field" ? "owner" : "" })}
      />
      {value.of === "field" && <PersonField value={value.field} onChange={(field) => onChange({ ...value, field })} />}
    </>
  );
}

function FormulaOf({ value, onChange }: PartProps<"formula">) {
  const t = useFlowTexts();
  return (
    <Input.TextArea
      className="cz-mono"
      autoSize={{ minRows: 2, maxRows: 6 }}
      maxLength={2000}
      spellCheck={false}
      aria-label={t("who.kind.formula")}
      placeholder={t("who.formulaExample")}
      value={value.formula}
      onChange={({ target }) => onChange({ ...value, formula: target.value })}
    />
  );
}

const editors = { persons: PersonsOf, roles: RolesOf, field: FieldOf, manager: ManagerOf, starter: () => null, formula: FormulaOf } satisfies {
  [One in Who["kind"]]: (props: PartProps<One>) => ReactNode;
};
