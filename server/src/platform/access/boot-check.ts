import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { permissions } from '@weidangxiao/shared/permissions.ts';
import { routeNamed, type RouteName } from '@weidangxiao/shared/routes/all.ts';
import { SERVES } from './serves.ts';

const nestPath = 'path';

/** Fails the boot when a controller method answers HTTP outside the route table, or without a permission. Fastify refuses what is served twice. */
@Injectable()
export class BootCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { label, handler } of this.handlers()) this.requireRoute(label, handler);
  }

  private handlers() {
    return this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype: Record<string, unknown> = Object.getPrototypeOf(instance ?? {}) as Record<string, unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((method) => ({ label: `${name}.${method}`, handler: prototype[method] as () => unknown }))
        .filter(({ handler }) => Reflect.hasMetadata(nestPath, handler));
    });
  }

  private requireRoute(label: string, handler: () => unknown): void {
    const name = this.reflector.get<RouteName | undefined>(SERVES, handler);
    if (!name) throw new Error(`${label} answers HTTP but is not in the route table: use @Serves(name)`);
    if (!(routeNamed(name).permission in permissions)) throw new Error(`${label} (${name}) has no permission`);
  }
}
