import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { withAt } from "@/features/rules/definition";
import styles from "../designer/designer.module.css";
import { blankDeadline } from "../drawn/nodes";
import type { Deadline } from "../drawn/nodes";
import { useFlowTexts } from "../texts";
import { SpanFields } from "./SpanFields";
import { WhoEditor } from "./WhoEditor";

type Props = { value: Deadline[]; allowed: readonly Deadline["then"][]; onChange: (deadlines: Deadline[]) => void };
const most = 5;

/** What happens when nobody has acted for so long. */
export function DeadlinesEditor({ value, allowed, onChange }: Props) {
  const t = useFlowTexts();
  return (
    <div className={styles.parts}>
      {value.map((one, at) => {
        const put = (changed: Partial<Deadline>) => onChange(withAt(value, at, { ...one, ...changed }));
        return (
          // Deadlines have no names of their own: what they are is their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={styles.one}>
            <div className={styles.oneHead}>
              <span>{t("deadline.number", { number: at + 1 })}</span>
              <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t("deadline.remove", { number: at + 1 })} onClick={() => onChange(withAt(value, at, null))} />
            </div>
            <SpanFields name={t("deadline.after")} value={one} onChange={({ after, unit, working }) => put({ after, unit, working })} />
            <Select
              aria-label={t("deadline.what")}
              value={one.then}
              options={allowed.map((then) => ({ value: then, label: t(`deadline.choice.${then}`) }))}
              // The server calls it "then", and nothing waits for a deadline.
// oxlint-disable-next-line unicorn/no-thenable
              onChange={(then) => put({ then, to: then === "escalate" ? one.to : [] })}
            />
            {one.then === "escalate" && <WhoEditor value={one.to} onChange={(to) => put({ to })} />}
          </div>
        );
      })}
      {value.length < most && (
        <Button icon={<PlusOutlined />} onClick={() => onChange([...value, blankDeadline])}>
          {t("deadline.add")}
        </Button>
      )}
    </div>
  );
}
