import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { FormError } from "@/components/FormError";
import { SuccessNote } from "@/components/SuccessNote";
import { useMe } from "@/features/session/useMe";
import { sendEmailProof } from "./api/secondFactor";
import styles from "./me.module.css";
import { useMeTexts } from "./texts";

export function ProveEmailFirst() {
  const t = useMeTexts();
  const { email } = useMe().person;
  const sending = useMutation({ mutationFn: sendEmailProof });
  return (
    <div className={styles.stack}>
      <p>{t("mfa.blocked", { email })}</p>
      <FormError error={sending.error} />
      {sending.isSuccess && <SuccessNote text={t("mfa.proofSent")} />}
      {email && !sending.isSuccess && (
        <Button loading={sending.isPending} onClick={() => sending.mutate(email)}>
          {t("mfa.sendProof")}
        </Button>
      )}
    </div>
  );
}
