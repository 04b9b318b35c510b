type Value = string | boolean | undefined;

/** Role and ARIA state under the names of the target; what is undefined is left out, since Taro would write the word. */
export function accessible({ role, ...states }: { role?: string; label?: string; hidden?: boolean; disabled?: boolean; checked?: boolean; selected?: boolean; live?: 'polite'; level?: string }): Record<string, string> {
  const roleName = process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role';
  const all: [string, Value][] = [[roleName, role], ...Object.entries(states).map(([name, value]): [string, Value] => [`aria-${name}`, value])];
  return Object.fromEntries(all.filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]));
}
