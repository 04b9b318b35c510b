import type { z } from 'zod';
import type { RouteTable } from '../routes/route.ts';

/** What goes into and comes out of a route. `answer: null` for 204, `'bytes'` for downloads. */
export interface RouteContract {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType | 'bytes' | null;
}

export type ContractOf<Table extends RouteTable> = { readonly [Name in keyof Table]: RouteContract };
