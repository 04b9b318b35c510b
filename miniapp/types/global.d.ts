/// <reference types="@tarojs/taro" />

declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.scss';
declare module '*.css';

/** Where the server is: empty (the same origin) on h5, TARO_APP_API at build time for the mini-program. */
declare const API_BASE: string;
/** The CloudRun service that the mini-program calls through WeChat's own network; null where it goes to API_BASE. */
declare const CLOUDRUN: { readonly env: string; readonly service: string } | null;

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV: 'weapp' | 'h5';
  }
}
/** WeChat's, for a plugin that app.json names; there is none in a browser. */
declare function requirePlugin(name: string): unknown;
/** What Taro does not know of WeChat. */
declare const wx: {
  /** From base library 3.4.8 on. */
  openOfficialAccountArticle?: (options: { url: string; fail?: () => void }) => void;
};
