import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { BootCheck } from './boot-check.ts';
import { Serves } from './serves.ts';

@Controller()
class Stray {
  @Get('/api/stray')
  answer(): string {
    return 'without a permission';
  }
}

@Controller()
class Twice {
  @Serves('getTown')
  one(): null {
    return null;
  }

  @Serves('getTown')
  two(): null {
    return null;
  }
}

function boot(controller: new () => object): Promise<unknown> {
  @Module({ imports: [DiscoveryModule], controllers: [controller], providers: [BootCheck] })
  class App {}
  return NestFactory.create(App, new FastifyAdapter(), { logger: false, abortOnError: false }).then((app) => app.init());
}

test('a route outside the route table does not boot', async () => {
  await expect(boot(Stray)).rejects.toThrow('Stray.answer answers HTTP but is not in the route table');
});

test('a route that is served twice does not boot', async () => {
  await expect(boot(Twice)).rejects.toThrow("already declared for route '/api/town'");
});
