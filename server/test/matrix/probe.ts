import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import type { RouteName } from '@weidangxiao/shared/routes/all.ts';
import type { SentFile } from '../api.ts';
import type { Actor } from '../factory.ts';
import { type CallerKind, type Relation, relations } from './reviewed-table.ts';
import type { World } from './world.ts';

/** One cell's surroundings: who asks, and who stands where the target is. */
export interface Cell {
  readonly world: World;
  readonly caller: CallerKind;
  readonly relation: Relation;
  readonly owner: Actor;
}

type Sent<Name extends RouteName> = Partial<Request<Name>> & { file?: SentFile };

/** How the matrix asks a route. */
export interface Probe<Name extends RouteName = RouteName> {
  /** The relations that mean something here; a route without a target has only `own`. */
  readonly relations: readonly Relation[];
  /** Makes the target and what is sent. */
  readonly sent: (cell: Cell) => Promise<Sent<Name>> | Sent<Name>;
  /** For lists: whether the target is in the answer. Without it the status decides. */
  readonly shows?: (answer: Answer<Name>, sent: Sent<Name>, cell: Cell) => boolean;
  /** It leaves people in another place or without their roles: gets a world of its own. */
  readonly spoils?: boolean;
}

export type Probes = { readonly [Name in RouteName]: Probe<Name> };

/** A route without a target. */
export function plain<Name extends RouteName>(sent: Probe<Name>['sent'] = () => ({}) as Sent<Name>): Probe<Name> {
  return { relations: ['own'], sent };
}

/** A route on one thing; whether the caller reaches it shows in the status. */
export function onTarget<Name extends RouteName>(sent: Probe<Name>['sent'], more: Partial<Probe<Name>> = {}): Probe<Name> {
  return { relations, sent, ...more };
}

/** A list; whether the caller reaches the target shows in the answer. */
export function inList<Name extends RouteName>(sent: Probe<Name>['sent'], shows: Probe<Name>['shows']): Probe<Name> {
  return { relations, sent, shows };
}
