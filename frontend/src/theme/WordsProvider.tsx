import { ConfigProvider } from "antd";
import antdEnglish from "antd/locale/en_US";
import antdChinese from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useLayoutEffect } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The words of antd's own widgets and of relative dates; the pages before the shell have neither. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const english = i18n.language === "en";

  useLayoutEffect(() => {
    dayjs.locale(english ? "en" : "zh-cn");
  }, [english]);

  return <ConfigProvider locale={english ? antdEnglish : antdChinese}>{children}</ConfigProvider>;
}
