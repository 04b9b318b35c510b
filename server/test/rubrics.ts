import { defaultRubric, type Rubric } from '@weidangxiao/shared/rules/assessment.ts';

type Changes = { readonly [Key in keyof Rubric]?: Rubric[Key] extends readonly unknown[] | string | number ? Rubric[Key] : Partial<Rubric[Key]> };

/** The default rubric with other figures; parts such as `max` are laid over what it has. */
export function rubricOf(changes: Changes = {}): Rubric {
  const laid = Object.entries(changes).map(([key, value]) => {
    const had: unknown = defaultRubric[key as keyof Rubric];
    return [key, typeof value === 'object' && !Array.isArray(value) ? { ...(had as object), ...(value as object) } : value];
  });
  return { ...defaultRubric, ...(Object.fromEntries(laid) as Partial<Rubric>) };
}
