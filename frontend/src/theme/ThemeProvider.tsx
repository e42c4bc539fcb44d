import { ConfigProvider, theme as antdTheme } from "antd";
import type { ThemeConfig } from "antd";
import { useLayoutEffect } from "react";
import type { ReactNode } from "react";
import { useAppearance } from "./appearance";
import { cssVariables, fontFamily, palettes } from "./tokens";
import type { Palette, Scheme } from "./tokens";
import { useMediaQuery } from "./useMediaQuery";

function antdConfig(palette: Palette, scheme: Scheme, phone: boolean, compact: boolean): ThemeConfig {
  return {
    algorithm: scheme === "dark" ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: phone ? 16 : 14,
      controlHeight: phone ? 44 : compact ? 28 : 34,
      borderRadius: 6,
      colorPrimary: palette.primary,
      colorInfo: palette.primary,
      colorSuccess: palette.success,
      colorWarning: palette.warning,
      colorError: palette.danger,
      colorLink: palette.link,
      colorText: palette.text,
      colorTextSecondary: palette.textSoft,
      colorTextDescription: palette.textSoft,
      colorTextPlaceholder: palette.textFaint,
      colorBgBase: palette.surface,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBgLayout: palette.page,
      colorBorder: palette.borderStrong,
      colorBorderSecondary: palette.border,
      boxShadow: "0 4px 16px rgb(0 0 0 / 0.12)",
      boxShadowSecondary: "0 4px 16px rgb(0 0 0 / 0.12)",
    },
    components: { Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" } },
  };
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const { theme, density } = useAppearance();
  const systemIsDark = useMediaQuery("(prefers-color-scheme: dark)");
  const phone = useMediaQuery("(max-width: 767px)");
  const scheme: Scheme = theme === "system" ? (systemIsDark ? "dark" : "light") : theme;

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = scheme;
    root.dataset.density = density;
    root.style.colorScheme = scheme;
    for (const [name, value] of Object.entries(cssVariables(palettes[scheme]))) root.style.setProperty(name, value);
  }, [scheme, density]);

  return (
    <ConfigProvider
      theme={antdConfig(palettes[scheme], scheme, phone, density === "compact")}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
