/** All that there is to say, in the middle of the page. */
export function Message({ text }: { text: string }) {
  return (
    <main className="message">
      <p role="status">{text}</p>
    </main>
  );
}
