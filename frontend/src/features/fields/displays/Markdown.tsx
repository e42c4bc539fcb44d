import MarkdownToJsx from "markdown-to-jsx/react";
import styles from "./displays.module.css";

/** Pictures would let whoever wrote the text learn who reads it, and when. */
function Nothing() {
  return null;
}

function OutwardLink({ href, children }: { href?: string; children?: React.ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

const options = {
  // HTML in the text stays text.
  disableParsingRawHTML: true,
  forceBlock: true,
  overrides: { img: Nothing, a: OutwardLink },
} as const;

export default function Markdown({ text }: { text: string }) {
  return (
    <div className={styles.markdown}>
      <MarkdownToJsx options={options}>{text}</MarkdownToJsx>
    </div>
  );
}
