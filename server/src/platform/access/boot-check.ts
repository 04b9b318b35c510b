import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { permissions } from '@weidangxiao/shared/permissions.ts';
import { routeNamed, type RouteName } from '@weidangxiao/shared/routes/all.ts';
import { SERVES } from './serves.ts';

const nestPath = 'path';

/** Fails the boot when a controller method answers HTTP outside the route table, without a permission, or twice for one route. */
@Injectable()
export class BootCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const served = this.handlers().map(({ label, handler }) => this.nameOf(label, handler));
    const twice = served.find((name, at) => served.indexOf(name) !== at);
    if (twice) throw new Error(`route ${twice} is served twice`);
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

  private nameOf(label: string, handler: () => unknown): RouteName {
    const name = this.reflector.get<RouteName | undefined>(SERVES, handler);
    if (!name) throw new Error(`${label} answers HTTP but is not in the route table: use @Serves(name)`);
    if (!(routeNamed(name).permission in permissions)) throw new Error(`${label} (${name}) has no permission`);
    return name;
  }
}
