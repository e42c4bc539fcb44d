import { PageHeader } from "@/components/PageHeader";
import { OwnTokens } from "@/features/tokens/OwnTokens";
import { AppearancePanel } from "./AppearancePanel";
import styles from "./me.module.css";
import { PasswordPanel } from "./PasswordPanel";
import { ProfilePanel } from "./ProfilePanel";
import { SecondFactorPanel } from "./SecondFactorPanel";
import { SignOutButton } from "./SignOutButton";
import { useMeTexts } from "./texts";

export function MePage() {
  const t = useMeTexts();
  return (
    <div className={styles.page}>
      <PageHeader title={t("title")} />
      <ProfilePanel />
      <AppearancePanel />
      <PasswordPanel />
      <SecondFactorPanel />
      <OwnTokens />
      <div className={styles.signOut}>
        <SignOutButton />
      </div>
    </div>
  );
}
