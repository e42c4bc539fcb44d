import { Suspense, lazy, useState } from "react";
import { useMe } from "@/features/session/useMe";
import { useShellTexts } from "../texts";
import styles from "./meMenu.module.css";

const load = () => import("./MeMenuOpened");
const Opened = lazy(async () => ({ default: (await load()).MeMenuOpened }));

/** The button is another one once the menu is there. */
function keepFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** The person's own menu, loaded when somebody is about to open it. */
export function MeMenu() {
  const t = useShellTexts();
  const { person } = useMe();
  const [asked, setAsked] = useState(false);
  const name = person.name || person.email || person.phone || "?";
  const button = { type: "button", className: styles.me, "aria-label": t("me.open"), "aria-haspopup": "menu", children: Array.from(name)[0]?.toUpperCase() } as const;
  const closed = <button {...button} onPointerEnter={() => void load()} onFocus={() => void load()} onClick={() => setAsked(true)} />;
  if (!asked) return closed;
  return (
    <Suspense fallback={closed}>
      <Opened name={name}>
        <button {...button} ref={keepFocus} />
      </Opened>
    </Suspense>
  );
}
