import { Segmented } from "antd";
import { useState } from "react";
import { SignInForm } from "@/features/entrance/SignInForm";
import { SignUpForm } from "@/features/entrance/SignUpForm";
import styles from "./invitation.module.css";
import { useInvitationTexts } from "./texts";

type Way = "signUp" | "signIn";

/** Sign up or in without leaving the invitation; both come back to `path`. */
export function EnterToAccept({ path, email }: { path: string; email: string | null }) {
  const t = useInvitationTexts();
  const [way, setWay] = useState<Way>("signUp");
  const identity = email ?? "";
  return (
    <>
      <Segmented<Way>
        block
        className={styles.tabs}
        value={way}
        onChange={setWay}
        options={[
          { value: "signUp", label: t("newHere") },
          { value: "signIn", label: t("haveAccount") },
        ]}
      />
      {way === "signUp" ? <SignUpForm next={path} identity={identity} /> : <SignInForm next={path} identity={identity} />}
    </>
  );
}
