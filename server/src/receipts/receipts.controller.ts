import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { OwnScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { ReceiptsService } from './receipts.service.ts';

@Controller()
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptsService) {}

  @Serves('getMyReceipt')
  mine(@By() scope: OwnScope, @In() { params }: Input<'getMyReceipt'>): Promise<Answer<'getMyReceipt'>> {
    return this.receipts.mine(scope, params.month);
  }

  @Serves('getMemberReceipt')
  ofMember(@By() scope: WholeTownScope, @In() { params }: Input<'getMemberReceipt'>): Promise<Answer<'getMemberReceipt'>> {
    return this.receipts.ofMember(scope, params.id, params.month);
  }
}
