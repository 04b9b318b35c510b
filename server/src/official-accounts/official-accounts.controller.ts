import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { HostScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { OfficialAccountsService } from './official-accounts.service.ts';

@Controller()
export class OfficialAccountsController {
  constructor(private readonly accounts: OfficialAccountsService) {}

  @Serves('getOfficialAccount')
  own(@By() scope: WholeTownScope): Promise<Answer<'getOfficialAccount'>> {
    return this.accounts.shown(scope);
  }

  @Serves('setOfficialAccount')
  set(@By() scope: WholeTownScope, @In() { body }: Input<'setOfficialAccount'>): Promise<Answer<'setOfficialAccount'>> {
    return this.accounts.set(scope, body);
  }

  @Serves('removeOfficialAccount')
  remove(@By() scope: WholeTownScope): Promise<void> {
    return this.accounts.remove(scope);
  }

  @Serves('checkOfficialAccount')
  check(@By() scope: WholeTownScope): Promise<Answer<'checkOfficialAccount'>> {
    return this.accounts.check(scope);
  }

  @Serves('setTownOfficialAccount')
  setFor(@By() scope: HostScope, @In() { params, body }: Input<'setTownOfficialAccount'>): Promise<Answer<'setTownOfficialAccount'>> {
    return this.accounts.setFor(scope, params.id, body);
  }
}
