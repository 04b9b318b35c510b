import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { OpenScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { PublicationsService } from './publications.service.ts';

@Controller()
export class PublicationsController {
  constructor(private readonly publications: PublicationsService) {}

  @Serves('listPublications')
  list(@By() scope: WholeTownScope, @In() { query }: Input<'listPublications'>): Promise<Answer<'listPublications'>> {
    return this.publications.list(scope, query);
  }

  @Serves('getPublication')
  get(@By() scope: WholeTownScope, @In() { params }: Input<'getPublication'>): Promise<Answer<'getPublication'>> {
    return this.publications.get(scope, params.kind, params.period);
  }

  @Serves('listPublicationLines')
  lines(@By() scope: WholeTownScope, @In() { params, query }: Input<'listPublicationLines'>): Promise<Answer<'listPublicationLines'>> {
    return this.publications.lines(scope, params, query);
  }

  @Serves('verifyPublication')
  verify(@By() scope: OpenScope, @In() { params }: Input<'verifyPublication'>): Promise<Answer<'verifyPublication'>> {
    return this.publications.verify(scope, params.code);
  }
}
