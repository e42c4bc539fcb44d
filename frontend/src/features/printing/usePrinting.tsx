import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useErrorNotice } from "@/components/errorNotice";
import { printRecords } from "./api";
import type { Paper } from "./api";
import { usePrintTexts } from "./texts";

type Asked = { store: string; entity: string; ids: string[]; template: string | null; page: Window | null };

const held = 120_000;

/** Opens what is printed in a page of its own, from where it is sent to the printer; saves it where none may open. */
export function usePrinting() {
  const t = usePrintTexts();
  const { message } = App.useApp();
  const refuse = useErrorNotice();
  const printing = useMutation({
    mutationFn: (asked: Asked) => printRecords(asked),
    onSuccess: (paper, { page }) => show(paper, page),
    onError: (error, { page }) => {
      page?.close();
      refuse(error);
    },
  });
  return {
    busy: printing.isPending,
    print: (asked: Omit<Asked, "page">) => {
      // Now, while it is still the click that asks for it: later browsers would take it for an advertisement.
      const page = window.open("", "_blank");
      if (page) {
        page.document.title = t("making");
        page.document.body.textContent = t("making");
      }
      void message.info(t("making"));
      printing.mutate({ ...asked, page });
    },
  };
}

function show({ file, name }: Paper, page: Window | null): void {
  const url = URL.createObjectURL(new Blob([file], { type: "application/pdf" }));
  if (page && !page.closed) page.location.replace(url);
  else {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
  }
  setTimeout(() => URL.revokeObjectURL(url), held);
}
