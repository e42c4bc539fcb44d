import type { EffectOut, EntityEffectOut, LabelOut, RowsShape } from "@/api/types.gen";
import { isPlain } from "./reached";
import styles from "./policies.module.css";
import { usePolicyWords } from "./useWords";

type Kind = { name: string; label: LabelOut; fields: { name: string; label: LabelOut }[] };
type Role = { key: string; label: LabelOut | null };
const shownFields = 12;

/** What changes for whom, people of the same roles together. */
export function Effects(props: { effects: EffectOut[]; kinds: Kind[]; roles: Role[] }) {
  const { effects, kinds, roles } = props;
  const words = usePolicyWords();
  const { t } = words;
  if (effects.length === 0) return <p className={styles.soft}>{t("effects.nobody")}</p>;
  const named = (key: string) => words.role(roles.find((role) => role.key === key) ?? { key, label: null });
  return (
    <ul className={styles.effects}>
      {effects.map((effect) => (
        <li key={effect.roles.join()}>
          <p>
            <b>{effect.people.map(({ name }) => name).join(t("comma"))}</b>{" "}
            <span className={styles.soft}>{effect.roles.map(named).join(t("comma"))}</span>
          </p>
          {effect.entities.map((one) => (
            <OfKind key={one.entity} effect={one} kind={kinds.find(({ name }) => name === one.entity)} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function OfKind({ effect, kind }: { effect: EntityEffectOut; kind: Kind | undefined }) {
  const words = usePolicyWords();
  const { t, say } = words;
  const reachedText = (one: { right: string; highest: string }) =>
    isPlain(one) ? say(`right.${one.right}`) : t("effects.upTo", { right: say(`right.${one.right}`), highest: say(`right.${one.highest}`) });
  const rowsText = (alternatives: RowsShape[][]) =>
    alternatives.length === 0
      ? say("reach.none")
      : alternatives.map((rows) => (rows.length === 0 ? say("reach.store") : rows.map((one) => words.reach(one, effect.entity)).join(t("and")))).join(t("or"));
  const field = (name: string) => {
    const found = kind?.fields.find((one) => one.name === name);
    return found ? words.label(found.label) : name;
  };
  return (
    <div className={styles.effect}>
      <span>{kind ? words.label(kind.label) : effect.entity}</span>
      <ul>
        {effect.rows && (
          <li>
            {t(`effects.rows.${effect.rows.direction}`, {
              before: rowsText(effect.rows.before),
              after: rowsText(effect.rows.after),
            })}
          </li>
        )}
        {effect.fields.slice(0, shownFields).map(({ name, before, after }) => (
          <li key={name}>{t("effects.field", { field: field(name), before: reachedText(before), after: reachedText(after) })}</li>
        ))}
        {effect.fields.length > shownFields && <li>{t("effects.more", { count: effect.fields.length - shownFields })}</li>}
        {effect.actions_gained.length > 0 && (
          <li>{t("effects.gained", { actions: effect.actions_gained.map(words.action).join(t("comma")) })}</li>
        )}
        {effect.actions_lost.length > 0 && (
          <li>{t("effects.lost", { actions: effect.actions_lost.map(words.action).join(t("comma")) })}</li>
        )}
      </ul>
    </div>
  );
}
