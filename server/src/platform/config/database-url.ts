export interface DatabaseHost {
  readonly host: string;
  readonly port: number;
}

export interface DatabaseAddress {
  /** Of the first host alone. */
  readonly url: string;
  /** All of them, in the order in which they are tried. */
  readonly hosts: readonly DatabaseHost[];
}

const form = /^((?:mysql|mariadb):\/\/(?:[^/]*@)?)([^/@]+)(\/.*)?$/;
const usualPort = 3306;

/** `mysql://user:password@a:3306,b:3306/name`: one database on several hosts. Null for what is none. */
export function databaseAddress(text: string): DatabaseAddress | null {
  const [, before = '', list = '', after = ''] = form.exec(text) ?? [];
  const urls = list.split(',').map((one) => `${before}${one}${after}`);
  const [url] = urls;
  if (!url || !urls.every((one) => URL.canParse(one) && new URL(one).hostname)) return null;
  return { url, hosts: urls.map((one) => new URL(one)).map(({ hostname, port }) => ({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || usualPort) })) };
}
