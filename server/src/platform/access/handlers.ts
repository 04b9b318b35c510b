import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { RouteName } from '@weidangxiao/shared/routes/all.ts';
import { SERVES } from './serves.ts';

const nestPath = 'path';

export type Handler = (...args: unknown[]) => unknown;

/** A controller's method that is bound to HTTP. */
export interface BoundMethod {
  readonly label: string;
  readonly controller: unknown;
  readonly handler: Handler;
  /** The row of the route table; null for what was bound past it. */
  readonly name: RouteName | null;
}

/** All of them, of every controller that Nest made. */
export function boundMethods(discovery: DiscoveryService, scanner: MetadataScanner): BoundMethod[] {
  return discovery.getControllers().flatMap(({ instance, name }) => {
    const prototype = Object.getPrototypeOf(instance ?? {}) as Record<string, Handler>;
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      const route = handler && (Reflect.getMetadata(SERVES, handler) as RouteName | undefined);
      if (!handler || (!route && !Reflect.hasMetadata(nestPath, handler))) return [];
      return [{ label: `${name}.${method}`, controller: instance as unknown, handler, name: route ?? null }];
    });
  });
}
