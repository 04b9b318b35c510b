import { z } from 'zod';

/** Sentences for zod's own complaints, said once for the whole server; a schema's own message goes first. */
export function speakChinese(): void {
  z.config(z.locales.zhCN());
}
