/** Shipped views have a name in either language; what people name themselves is called so in both. */
export function viewName(view: { name: string; name_en: string }, language: string): string {
  return (language === "en" && view.name_en) || view.name;
}
