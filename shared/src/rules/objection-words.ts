import { defaultRubric } from './assessment/rubric.ts';
import type { ObjectionAbout } from './objection.ts';

const others: Readonly<Record<Exclude<ObjectionAbout, keyof typeof defaultRubric.labels>, string>> = { bonus: '加分', deduction: '扣分', vote: '互评', whole: '总的结果' };

/** What somebody objects to, in words; `labels` are those of the month's rubric. */
export function objectionAboutName(about: ObjectionAbout, labels: Readonly<Record<string, string>> = defaultRubric.labels): string {
  return about in others ? others[about as keyof typeof others] : (labels[about] ?? '');
}
