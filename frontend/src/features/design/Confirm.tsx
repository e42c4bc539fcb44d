import { Button } from "antd";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useCommonTexts } from "@/components/texts";
import styles from "./design.module.css";
import { useDesigning } from "./useDesigning";

type Props = {
  store: string;
  title: string;
  text: string;
  button: string;
  act: () => Promise<unknown>;
  onClose: () => void;
};

/** Says what would happen before it does. */
export function Confirm({ store, title, text, button, act, onClose }: Props) {
  const tCommon = useCommonTexts();
  const acting = useDesigning(store, act, onClose);
  return (
    <Sheet open title={title} onClose={onClose}>
      <div className={styles.form}>
        <p>{text}</p>
        {acting.error && <FormError error={acting.error} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{tCommon("cancel")}</Button>
          <Button danger type="primary" loading={acting.isPending} onClick={() => acting.mutate(undefined)}>
            {button}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
