import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Config } from '../config/config.ts';
import { AccessGuard } from './access.guard.ts';
import { Acts } from './acts.ts';
import { BootCheck } from './boot-check.ts';
import { speakChinese } from './chinese-issues.ts';
import { ContractInterceptor } from './contract.interceptor.ts';
import { RateLimiter } from './rate-limiter.ts';

/** The way in: every request passes the guard, then the contract, before a controller sees it. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Acts,
    BootCheck,
    { provide: RateLimiter, useFactory: (config: Config) => new RateLimiter(config.rateLimitFactor), inject: [Config] },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ContractInterceptor },
  ],
  exports: [Acts],
})
export class AccessModule {
  constructor() {
    speakChinese();
  }
}
