import { lazyRouteComponent } from "@tanstack/react-router";
import { loadTexts } from "@/i18n/i18n";

/** A page loaded when it is gone to, together with the words of the reader's language that its features load apart. */
export const page: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => {
    const loaded = await load();
    await loadTexts();
    return loaded;
  }, name);
