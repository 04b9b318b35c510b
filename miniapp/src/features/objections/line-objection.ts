import type { ObjectionAbout } from '@weidangxiao/shared/rules/objection.ts';
import { createContext, useContext } from 'react';

/** How a line of the receipt is objected to; null where it cannot be, or is already. */
export interface LineObjections {
  readonly object: (about: ObjectionAbout) => void;
  readonly frozen: ReadonlySet<ObjectionAbout>;
}

/** Receipts know nothing of objections unless they lie inside this. */
export const LineObjectionsContext = createContext<LineObjections | null>(null);

export function useLineObjections(): LineObjections | null {
  return useContext(LineObjectionsContext);
}
