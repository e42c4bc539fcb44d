import { QuestionCircleOutlined } from "@ant-design/icons";
import { Badge, Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTour } from "@/features/tour/TourProvider";
import { useHelpTexts } from "./texts";

const HelpPanel = lazy(async () => ({ default: (await import("./HelpPanel")).HelpPanel }));

/** What the guides say of the page one is on; a dot as long as the tour was never taken. */
export function HelpButton() {
  const t = useHelpTexts();
  const tour = useTour();
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="text"
        icon={
          <Badge dot={tour?.due ?? false}>
            <QuestionCircleOutlined />
          </Badge>
        }
        aria-label={t("open")}
        data-tour="help"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setAsked(true);
          setOpen(!open);
        }}
      />
      {asked && (
        <Suspense fallback={null}>
          <HelpPanel open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
