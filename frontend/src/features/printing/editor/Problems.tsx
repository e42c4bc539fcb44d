import { Alert } from "antd";
import { usePrintTexts } from "../texts";
import styles from "./editor.module.css";
import { toShown } from "./places";
import { useEditor } from "./useEditor";

/** What is wrong with one block, with the header or the footer. */
export function Problems({ of }: { of: string }) {
  const t = usePrintTexts();
  const { problems, places } = useEditor();
  return problems
    .filter(({ block }) => block === of)
    .map(({ code, name }) => (
      <Alert key={`${code}-${name}`} className={styles.problem} type="error" showIcon title={t(`problem.${code}`, { name: toShown(name, places) })} />
    ));
}
