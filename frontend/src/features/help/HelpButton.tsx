import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, useState } from "react";
import { Dot } from "@/components/Count";
import { OnceOpen } from "@/components/OnceOpen";
import { useTour } from "@/features/tour/TourProvider";
import { useHelpTexts } from "./texts";

const HelpPanel = lazy(async () => ({ default: (await import("./HelpPanel")).HelpPanel }));

/** What the guides say of the page one is on; a dot as long as the tour was never taken. */
export function HelpButton() {
  const t = useHelpTexts();
  const tour = useTour();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="text"
        icon={
          <Dot shown={tour?.due ?? false}>
            <QuestionCircleOutlined />
          </Dot>
        }
        aria-label={t("open")}
        data-tour="help"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      <OnceOpen open={open}>
        <HelpPanel open={open} onClose={() => setOpen(false)} />
      </OnceOpen>
    </>
  );
}
