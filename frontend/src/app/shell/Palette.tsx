import { SearchOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Input } from "antd";
import type { InputRef } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Sheet } from "@/components/Sheet";
import { Options, optionId } from "@/features/search/Options";
import styles from "@/features/search/search.module.css";
import { useSearchTexts } from "@/features/search/texts";
import { useOptions } from "./useOptions";
import type { Place } from "./usePlace";

const pause = 120;
const opening = 150;

/** The one box: people, cars, orders, actions and pages. Arrows choose, Enter opens. */
export function Palette({ place, open, onClose }: { place: Place; open: boolean; onClose: () => void }) {
  const t = useSearchTexts();
  return (
    <Sheet open={open} title={t("title")} width={640} onClose={onClose}>
      <Box place={place} onDone={onClose} />
    </Sheet>
  );
}

function Box({ place, onDone }: { place: Place; onDone: () => void }) {
  const t = useSearchTexts();
  const navigate = useNavigate();
  const list = useId();
  const inputRef = useRef<InputRef>(null);
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { groups, busy, error } = useOptions(place, text);
  const options = groups.flatMap((group) => group.options);
  const at = Math.min(active, options.length - 1);
  const hq = place.kind === "hq";

  // A dialog that is opened with the page's first key takes the cursor itself once it is there.
  useEffect(() => {
    inputRef.current?.focus();
    const timer = setTimeout(() => inputRef.current?.focus(), opening);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => {
      setText(typed.trim());
      setActive(0);
    }, pause);
    return () => clearTimeout(timer);
  }, [typed]);

  function choose(index: number): void {
    const option = options[index];
    if (!option) return;
    onDone();
    void navigate({ to: option.path, search: option.search ?? {} } as never);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 };
    const next = steps[event.key];
    if (next !== undefined && options.length > 0 && (event.key.startsWith("Arrow") || typed === "")) {
      event.preventDefault();
      const index = (next + options.length) % options.length;
      setActive(index);
      document.getElementById(optionId(list, index))?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && text === typed.trim()) {
      event.preventDefault();
      choose(at);
    }
  }

  const nothing = text !== "" && !busy && options.length === 0 && !error;
  return (
    <div onKeyDown={onKeyDown} role="presentation">
      <Input
        ref={inputRef}
        allowClear
        size="large"
        prefix={<SearchOutlined aria-hidden />}
        value={typed}
        maxLength={100}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-activedescendant={options.length > 0 ? optionId(list, at) : undefined}
        aria-label={t("title")}
        placeholder={hq ? t("placeholderHq") : t("placeholder")}
        onChange={(event) => setTyped(event.target.value)}
      />
      {error && <ErrorPanel error={error} />}
      <Options id={list} groups={groups} active={at} onPoint={setActive} onChoose={choose} />
      <span role="status" className="cz-hidden">
        {busy ? t("searching") : t("found", { count: options.length })}
      </span>
      {text === "" && <p className={styles.hint}>{hq ? t("hintHq") : t("hint")}</p>}
      {nothing && (
        <p className={styles.hint}>
          {t("none", { text })}
          <br />
          {t("noneHint")}
        </p>
      )}
      <p className={styles.keys}>{t("keys")}</p>
    </div>
  );
}
