import { Controller, StreamableFile } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { PaperBundlesService } from './paper-bundles.service.ts';

@Controller()
export class PaperBundlesController {
  constructor(private readonly bundles: PaperBundlesService) {}

  @Serves('createPaperBundle')
  ask(@By() scope: WholeTownScope, @In() { body }: Input<'createPaperBundle'>): Promise<Answer<'createPaperBundle'>> {
    return this.bundles.ask(scope, body);
  }

  @Serves('listPaperBundles')
  list(@By() scope: WholeTownScope, @In() { query }: Input<'listPaperBundles'>): Promise<Answer<'listPaperBundles'>> {
    return this.bundles.list(scope, query);
  }

  @Serves('downloadPaperBundle')
  async open(@By() scope: WholeTownScope, @In() { params }: Input<'downloadPaperBundle'>): Promise<StreamableFile> {
    const { stream, bytes, name } = await this.bundles.open(scope, params.id);
    return new StreamableFile(stream, { type: 'application/zip', length: bytes, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
  }
}
