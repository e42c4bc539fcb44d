import { EyeOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import { AskedPreview } from "../designer/AskedPreview";
import type { Asking, Deadline } from "../drawn/nodes";
import { useFlowTexts } from "../texts";
import { DeadlinesEditor } from "./DeadlinesEditor";
import { FormOf } from "./FormOf";
import { Member } from "./Member";
import { StepFields } from "./StepFields";

type Props<One extends Asking> = { node: One; allowed: readonly Deadline["then"][]; onChange: (node: One, merged?: string) => void };

/** What tasks and approvals are both told: what to do, with which fields, until when. */
export function AskingParts<One extends Asking>({ node, allowed, onChange }: Props<One>) {
  const t = useFlowTexts();
  const [previewing, setPreviewing] = useState(false);
  return (
    <>
      <Member title={t("asking.text")}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          aria-label={t("asking.text")}
          placeholder={t("asking.textExample")}
          value={node.text}
          onChange={({ target }) => onChange({ ...node, text: target.value }, `text ${node.id}`)}
        />
      </Member>
      <Member title={t("deadline.title")} note={t("deadline.note")}>
        <DeadlinesEditor value={node.deadlines} allowed={allowed} onChange={(deadlines) => onChange({ ...node, deadlines })} />
      </Member>
      <FormOf value={node.form} onChange={(form) => onChange({ ...node, form })} />
      <Member title={t("right.title")} note={t(node.form ? "right.noteOfForm" : "right.note")}>
        <StepFields value={node.fields} onChange={(fields) => onChange({ ...node, fields })} />
        <Button icon={<EyeOutlined />} onClick={() => setPreviewing(true)}>
          {t("preview.open")}
        </Button>
        {previewing && <AskedPreview node={node} onClose={() => setPreviewing(false)} />}
      </Member>
    </>
  );
}
