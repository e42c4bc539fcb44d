import { SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import type { InputRef } from "antd";
import { useEffect, useRef, useState } from "react";

const pause = 250;

/** Searches a moment after the typing stops. `/` puts the cursor here. */
export function SearchBox(props: { value: string; label: string; className?: string; onSearch: (text: string) => void }) {
  const { value, onSearch } = props;
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const inputRef = useRef<InputRef>(null);

  if (known !== value) {
    setKnown(value);
    setText(value);
  }

  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onSearch(text.trim()), pause);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
      if (event.key !== "/" || typing) return;
      event.preventDefault();
      inputRef.current?.focus();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <Input
      ref={inputRef}
      allowClear
      type="search"
      className={props.className ?? ""}
      prefix={<SearchOutlined aria-hidden />}
      value={text}
      placeholder={props.label}
      aria-label={props.label}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
