import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Sheet } from "@/components/Sheet";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../../api/entities";
import type { Row } from "../../api/list";
import { useRecordsTexts } from "../../texts";
import { VerbSheet } from "../../verbs/VerbSheet";
import styles from "./board.module.css";
import type { Choice } from "./useSteps";

type Props = { store: string; entity: Entity; choice: Choice | null; onChange: (choice: Choice | null) => void };

const nobody: Row = {};

/** Which of the verbs that lead there, where there are several; then what it asks for. */
export function ChosenWay({ store, entity, choice, onChange }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const [first, ...others] = choice?.verbs ?? [];
  const several = others.length > 0;
  return (
    <>
      <Sheet open={several} title={t("board.which")} onClose={() => onChange(null)}>
        <div className={styles.ways}>
          {choice?.verbs.map((verb) => (
            <Button key={verb.name} block danger={verb.grave} onClick={() => onChange({ ...choice, verbs: [verb] })}>
              {labelIn(verb.label, i18n.language)}
            </Button>
          ))}
        </div>
      </Sheet>
      <VerbSheet store={store} entity={entity} record={choice?.record ?? nobody} verb={several ? null : (first ?? null)} onClose={() => onChange(null)} />
    </>
  );
}
