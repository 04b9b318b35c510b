import { Controller, StreamableFile } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { OpenScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { PushReceptionService } from './push-reception.service.ts';

@Controller()
export class WechatEventsController {
  constructor(private readonly reception: PushReceptionService) {}

  @Serves('checkWechatPush')
  async check(@In() { query }: Input<'checkWechatPush'>): Promise<StreamableFile> {
    return text(await this.reception.echo(null, query, query.echostr));
  }

  @Serves('receiveWechatPush')
  async receive(@By() scope: OpenScope, @In() { query, body }: Input<'receiveWechatPush'>): Promise<StreamableFile> {
    await this.reception.receive(scope, null, query, body);
    return text('success');
  }

  @Serves('checkAccountPush')
  async checkAccount(@In() { params, query }: Input<'checkAccountPush'>): Promise<StreamableFile> {
    return text(await this.reception.echo(params.appId, query, query.echostr));
  }

  @Serves('receiveAccountPush')
  async receiveAccount(@By() scope: OpenScope, @In() { params, query, body }: Input<'receiveAccountPush'>): Promise<StreamableFile> {
    await this.reception.receive(scope, params.appId, query, body);
    return text('success');
  }
}

function text(words: string): StreamableFile {
  const bytes = Buffer.from(words);
  return new StreamableFile(bytes, { type: 'text/plain; charset=utf-8', length: bytes.length });
}
