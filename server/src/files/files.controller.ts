import { Controller, StreamableFile } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { By, Headers, In, Reply } from '../platform/access/request.ts';
import type { OwnScope, TownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { Upload, type UploadedFile } from '../platform/access/upload.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { replyFor } from './file-reply.ts';
import { FilesService } from './files.service.ts';

@Controller()
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly store: FileStore,
  ) {}

  @Serves('createFile')
  add(@By() scope: OwnScope, @In() { query }: Input<'createFile'>, @Upload() { bytes }: UploadedFile): Promise<Answer<'createFile'>> {
    return this.files.receive(scope, bytes, query.purpose);
  }

  @Serves('getFile')
  async get(@By() scope: TownScope, @In() { params }: Input<'getFile'>, @Headers() asked: IncomingHttpHeaders, @Reply() reply: FastifyReply): Promise<StreamableFile | undefined> {
    const file = await this.files.find(scope, params.id);
    const { status, headers, range } = replyFor(file, asked);
    const content = range && (await this.store.read(file.id, range));
    void reply.code(status).headers(headers);
    return content ? new StreamableFile(content.stream) : undefined;
  }
}
