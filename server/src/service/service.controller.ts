import { Controller } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { openApi } from '../platform/access/openapi.ts';
import { Serves } from '../platform/access/serves.ts';
import { HealthService } from '../platform/health/health.service.ts';
import { privacyNotice } from '@weidangxiao/shared/privacy-notice.ts';

@Controller()
export class ServiceController {
  private description: Record<string, unknown> | undefined;

  constructor(private readonly health: HealthService) {}

  @Serves('getHealth')
  healthy(): Promise<Answer<'getHealth'>> {
    return this.health.check();
  }

  @Serves('getOpenApi')
  openApi(): Answer<'getOpenApi'> {
    return (this.description ??= openApi(this.health.version));
  }

  @Serves('getPrivacyNotice')
  privacy(): Answer<'getPrivacyNotice'> {
    return privacyNotice;
  }
}
