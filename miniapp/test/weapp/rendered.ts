/** A page as miniprogram-simulate has drawn it. */
export interface Rendered {
  dom: Element;
  instance: PageInstance;
  attach(parent: Element): void;
  detach(): void;
}

export interface PageInstance {
  route?: string;
  options?: Record<string, string>;
  data: { root?: unknown };
  setData(data: unknown, done?: () => void): void;
  onLoad?(options: Record<string, string>): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
  onShareAppMessage?(from: { from: string }): unknown;
}

export interface OpenPage {
  readonly route: string;
  readonly options: Record<string, string>;
  readonly rendered: Rendered;
}

export interface Simulate {
  load(file: string, tagName: string, options: object): string;
  render(id: string): Rendered;
}

/** Whether something can be typed into. */
export function isField(element: Element): boolean {
  return /^(WX-)?(INPUT|TEXTAREA)$/i.test(element.tagName) || /input|textarea/i.test(element.tagName);
}

/** WeChat's `Page` as the component that miniprogram-simulate knows: its functions are its methods. */
export function componentOf({ data, ...rest }: Record<string, unknown>): object {
  const methods = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function'));
  return { data, methods };
}
