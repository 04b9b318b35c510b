import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { permissions } from '@weidangxiao/shared/permissions.ts';
import { routeNamed } from '@weidangxiao/shared/routes/all.ts';
import { type BoundMethod, boundMethods } from './handlers.ts';

/** Fails the boot when a controller method answers HTTP outside the route table, without a permission, or beside another one. */
@Injectable()
export class BootCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const served = new Set<string>();
    for (const bound of boundMethods(this.discovery, this.scanner)) {
      const { method, path } = routeOf(bound);
      if (served.has(`${method} ${path}`)) throw new Error(`${bound.label}: ${method} is already declared for route '${path}'`);
      served.add(`${method} ${path}`);
    }
  }
}

function routeOf({ label, name }: BoundMethod): { method: string; path: string } {
  if (!name) throw new Error(`${label} answers HTTP but is not in the route table: use @Serves(name)`);
  const route = routeNamed(name);
  if (!(route.permission in permissions)) throw new Error(`${label} (${name}) has no permission`);
  return route;
}
