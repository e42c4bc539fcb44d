import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Planned, Side } from "./api";
import { ChangeList } from "./ChangeList";
import { ConflictChoice } from "./ConflictChoice";
import styles from "./packs.module.css";
import { defaultName } from "./defaultName";
import { RuleSentence } from "./RuleSentence";
import { usePackTexts } from "./texts";
import { usePartName } from "./useParts";
import { useWhy } from "./useWhy";

type Props = {
  store: string;
  item: Planned;
  names: ReadonlyMap<string, string>;
  chosen: Record<string, Side>;
  onChoose: (paths: string[], side: Side) => void;
};
type Body = Record<string, unknown>;
const bodyOf = (content: Body | null) => (content?.body ?? null) as Body | null;

/** What becomes of one item: read back before and after, and what both changed, side by side. */
export function PlannedItem({ store, item, names, chosen, onChoose }: Props) {
  const t = usePackTexts();
  const { i18n } = useTranslation();
  const partName = usePartName();
  const why = useWhy();
  const [mine, theirs] = [bodyOf(item.mine), bodyOf(item.theirs)];
  const paths = item.conflicts.map(({ path }) => path);
  const settled = new Set(paths);
  const changes = item.changes.filter(({ path }) => !settled.has(path));
  const told = item.part === "rule" && item.action !== "keep";
  return (
    <li className={styles.planned}>
      <span className={styles.words}>
        <b>{labelIn(item.name, i18n.language)}</b>
        <span>
          {item.default && <Tag>{defaultName(item.default)}</Tag>}
          <span className={styles.soft}>{partName(item.part)}</span>
        </span>
      </span>
      {item.code && <p className={styles.trouble}>{why(item.code, {})}</p>}
      {told && mine && (
        <p>
          <span className={styles.soft}>{t("here")}</span> <RuleSentence store={store} of={item.of} body={mine} names={names} />
        </p>
      )}
      {told && theirs && (
        <p>
          <span className={styles.soft}>{t("inPack")}</span> <RuleSentence store={store} of={item.of} body={theirs} names={names} />
        </p>
      )}
      {paths.length > 1 && (
        <span className={styles.buttons}>
          <Button size="small" onClick={() => onChoose(paths, "mine")}>
            {t("choose.allMine")}
          </Button>
          <Button size="small" onClick={() => onChoose(paths, "theirs")}>
            {t("choose.allTheirs")}
          </Button>
        </span>
      )}
      {item.conflicts.map((conflict) => (
        <ConflictChoice key={conflict.path} item={item} conflict={conflict} chosen={chosen[conflict.path]} onChoose={(side) => onChoose([conflict.path], side)} />
      ))}
      {changes.length > 0 && <ChangeList changes={changes} before={t("here")} after={t("then")} />}
    </li>
  );
}
