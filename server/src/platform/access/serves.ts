import { SetMetadata } from '@nestjs/common';
import { routes, type RouteName } from '@weidangxiao/shared/routes/all.ts';

export const SERVES = 'serves';

/** Binds a controller method to a row of the route table: path, method, status, permission, limits and audit come from there (`router.ts`). */
export function Serves(name: RouteName): MethodDecorator {
  return SetMetadata(SERVES, name);
}

/** Every name of the route table, for checks that walk it. */
export const routeNames = Object.keys(routes) as RouteName[];
