import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '../config/config.ts';
import { AccessGuard } from './access.guard.ts';
import { Acts } from './acts.ts';
import { BootCheck } from './boot-check.ts';
import { speakChinese } from './chinese-issues.ts';
import { RateLimiter } from './rate-limiter.ts';
import { Router } from './router.ts';

/** The way in: every request passes the guard, then the contract, before a controller sees it. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    AccessGuard,
    Acts,
    BootCheck,
    Router,
    { provide: RateLimiter, useFactory: (config: Config) => new RateLimiter(config.rateLimitFactor), inject: [Config] },
  ],
  exports: [Acts],
})
export class AccessModule {
  constructor() {
    speakChinese();
  }
}
