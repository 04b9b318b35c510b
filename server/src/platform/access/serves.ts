import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { routes, routeNamed, type RouteName } from '@weidangxiao/shared/routes/all.ts';

export const SERVES = 'serves';

const methods = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  PATCH: RequestMethod.PATCH,
  DELETE: RequestMethod.DELETE,
};

/** Binds a controller method to a row of the route table: path, method, status, permission, limits and audit come from there. */
export function Serves(name: RouteName): MethodDecorator {
  const { method, path, status } = routeNamed(name);
  return applyDecorators(
    RequestMapping({ method: methods[method], path }),
    HttpCode(status ?? 200),
    SetMetadata(SERVES, name),
  );
}

/** Every name of the route table, for checks that walk it. */
export const routeNames = Object.keys(routes) as RouteName[];
