import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { NoticesService } from './notices.service.ts';

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Serves('listNotices')
  list(@By() scope: PersonScope, @In() { query }: Input<'listNotices'>): Promise<Answer<'listNotices'>> {
    return this.notices.list(scope, query.page, query.pageSize);
  }

  @Serves('readNotice')
  read(@By() scope: PersonScope, @In() { params }: Input<'readNotice'>): Promise<void> {
    return this.notices.read(scope, params.id);
  }
}
