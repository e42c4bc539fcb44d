import { Checkbox } from "antd";
import { blankWho } from "../drawn/nodes";
import type { Asking } from "../drawn/nodes";
import { useFlowTexts } from "../texts";
import { Member } from "./Member";
import { WhoEditor } from "./WhoEditor";

type Props = { value: Asking["otherwise"]; onChange: (value: Asking["otherwise"]) => void };

/** Who is asked where nobody of those named can be. */
export function Otherwise({ value, onChange }: Props) {
  const t = useFlowTexts();
  return (
    <Member title={t("who.otherwise")} note={t("who.otherwiseNote")}>
      <Checkbox checked={value.length > 0} onChange={({ target }) => onChange(target.checked ? [blankWho.roles] : [])}>
        {t("who.somebodyElse")}
      </Checkbox>
      {value.length > 0 && <WhoEditor value={value} onChange={onChange} />}
    </Member>
  );
}
