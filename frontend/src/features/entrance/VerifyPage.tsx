import { SafetyOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { SkeletonRows } from "@/components/Skeleton";
import { confirmCode, currentSession } from "./api/entrance";
import type { PendingFlow } from "./api/auth";
import styles from "./entrance.module.css";
import { OutboxHint } from "./OutboxHint";
import { entranceRules } from "./rules";
import { ResendCode } from "./ResendCode";
import { useEntranceTexts } from "./texts";
import { useEnter } from "./useEnter";

/** The code that a half-done sign-in waits for: by mail, by text message, or from an authenticator. */
export function VerifyPage() {
  const t = useEntranceTexts();
  const session = useQuery({ queryKey: ["auth", "session"], queryFn: ({ signal }) => currentSession(signal), staleTime: 0 });
  if (session.isPending) return <SkeletonRows rows={3} />;
  if (session.error) return <ErrorPanel whole error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data.pending) return <CodeForm flow={session.data.pending} />;
  return (
    <EmptyState
      whole
      icon={<SafetyOutlined />}
      title={t("verify.nothingTitle")}
      text={t("verify.nothingText")}
      actions={<Link to="/sign-in">{t("forgot.back")}</Link>}
    />
  );
}

const notes = { verify_email: "verify.email", verify_phone: "verify.phone", mfa_authenticate: "verify.mfa" } as const satisfies Record<
  PendingFlow,
  string
>;

function CodeForm({ flow }: { flow: PendingFlow }) {
  const t = useEntranceTexts();
  const { next } = useSearch({ from: "/_entrance/verify" });
  const enter = useEnter(next);
  const confirming = useMutation({
    mutationFn: async ({ code }: { code: string }) => enter(await confirmCode(flow, code.trim())),
  });
  const { form, field } = useFields({
    initial: { code: "" },
    rules: { code: entranceRules(t).code },
    onSubmit: confirming.mutate,
  });
  return (
    <>
      <h1 className={styles.title}>{t("verify.title")}</h1>
      <p className={styles.note}>{t(notes[flow])}</p>
      <Fields form={form}>
        <TextField
          {...field("code")}
          label={t("field.code")}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          mono
        />
        <FormError error={confirming.error} />
        <Button type="primary" htmlType="submit" block loading={confirming.isPending}>
          {t("verify.submit")}
        </Button>
      </Fields>
      {flow !== "mfa_authenticate" && (
        <div className={styles.line}>
          {flow === "verify_phone" && <ResendCode />}
          <OutboxHint label={t("verify.outbox")} />
        </div>
      )}
    </>
  );
}
