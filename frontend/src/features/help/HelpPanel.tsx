import { CompassOutlined, SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { Button, Drawer, Input } from "antd";
import { useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import Markdown from "@/features/fields/displays/Markdown";
import { useTour } from "@/features/tour/TourProvider";
import { currentLanguage } from "@/i18n/i18n";
import { readGuides } from "./guides";
import styles from "./help.module.css";
import { matching } from "./sections";
import type { Section } from "./sections";
import { useHelpTexts } from "./texts";
import { topicOf } from "./topics";

/** Beside the page, which stays in use; on phones over it. */
export function HelpPanel({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useHelpTexts();
  const tour = useTour();
  return (
    <Drawer open={open} onClose={onClose} title={t("title")} mask={false} size={400} rootClassName={styles.panel ?? ""}>
      {tour && (
        <Button
          block
          type={tour.due ? "primary" : "default"}
          icon={<CompassOutlined />}
          className={styles.tour ?? ""}
          onClick={() => {
            onClose();
            tour.start();
          }}
        >
          {t(tour.due ? "tour" : "tourAgain")}
        </Button>
      )}
      <Topics />
    </Drawer>
  );
}

function Topics() {
  const t = useHelpTexts();
  // Followed through the texts above.
  const language = currentLanguage();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const guides = useQuery({ queryKey: ["guides", language], queryFn: () => readGuides(language), staleTime: Infinity });
  const [asked, setAsked] = useState("");
  const [chosen, setChosen] = useState<{ path: string; id: string } | null>(null);
  if (guides.error) return <ErrorPanel error={guides.error} onRetry={() => void guides.refetch()} />;
  if (!guides.data) return <SkeletonRows />;
  // Another page brings its own topic back.
  const id = chosen?.path === path ? chosen.id : topicOf(path);
  const section = guides.data.find((one) => one.id === id);
  const found = matching(guides.data, asked);
  return (
    <div className={styles.topics}>
      <Input
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t("find")}
        aria-label={t("find")}
        value={asked}
        onChange={(event) => setAsked(event.target.value)}
      />
      {!asked && section && (
        <article>
          <h2 className={styles.title}>{section.title}</h2>
          <Markdown text={section.text} />
        </article>
      )}
      <nav aria-label={t("all")}>
        {!asked && <h3 className={styles.all}>{t("all")}</h3>}
        {found.length === 0 && <p role="status">{t("none")}</p>}
        <ul className={styles.list}>
          {found.map((one: Section) => (
            <li key={one.id}>
              <button
                type="button"
                className={styles.topic}
                aria-current={one.id === id}
                onClick={() => {
                  setAsked("");
                  setChosen({ path, id: one.id });
                }}
              >
                {one.title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
