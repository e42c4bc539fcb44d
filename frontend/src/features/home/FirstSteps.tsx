import { HourglassOutlined, ImportOutlined, RightOutlined, TeamOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Panel } from "@/components/Panel";
import type { GroupEntry } from "@/api/types.gen";
import { mayImport } from "@/features/session/mayImport";
import { hqPath } from "@/features/session/hqPath";
import styles from "./home.module.css";
import { useHomeTexts } from "./texts";

/** What to do in a store that holds nothing yet, as far as the person's role goes. */
export function FirstSteps({ group }: { group: GroupEntry }) {
  const t = useHomeTexts();
  const canImport = mayImport(group);
  const canInvite = group.role === "group_owner";
  return (
    <Panel title={t("start.title")} flush>
      {canImport && (
        <StepLink to={hqPath(group.slug, "imports/new")} icon={<ImportOutlined />} title={t("start.import")} text={t("start.importText")} />
      )}
      {canInvite && (
        <StepLink to={hqPath(group.slug, "people")} icon={<TeamOutlined />} title={t("start.people")} text={t("start.peopleText")} />
      )}
      {!canImport && !canInvite && (
        <div className={styles.step}>
          <StepWords icon={<HourglassOutlined />} title={t("start.ask")} text={t("start.askText")} />
        </div>
      )}
    </Panel>
  );
}

type Words = { icon: ReactNode; title: string; text: string };

function StepLink({ to, ...words }: Words & { to: string }) {
  return (
    <Link to={to} className={styles.step}>
      <StepWords {...words} />
      <RightOutlined aria-hidden className={styles.arrow} />
    </Link>
  );
}

function StepWords({ icon, title, text }: Words) {
  return (
    <>
      <span className={styles.stepIcon} aria-hidden>
        {icon}
      </span>
      <span>
        <span className={styles.stepTitle}>{title}</span>
        <span className={styles.stepText}>{text}</span>
      </span>
    </>
  );
}
