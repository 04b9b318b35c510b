import { Controller, StreamableFile } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope, PersonScope, TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { contentTypes } from '../platform/files/file-kinds.ts';
import { FormSettingsService } from './form-settings.service.ts';
import { type Format, type PaperFile, PaperworkService } from './paperwork.service.ts';

@Controller()
export class PaperworkController {
  constructor(
    private readonly paperwork: PaperworkService,
    private readonly settings: FormSettingsService,
  ) {}

  @Serves('listForms')
  list(@By() scope: TownScope): Promise<Answer<'listForms'>> {
    return this.settings.list(scope);
  }

  @Serves('setForm')
  set(@By() scope: WholeTownScope, @In() { params, body }: Input<'setForm'>): Promise<Answer<'setForm'>> {
    return this.settings.change(scope, params.form, body);
  }

  @Serves('resetForm')
  reset(@By() scope: WholeTownScope, @In() { params }: Input<'resetForm'>): Promise<Answer<'resetForm'>> {
    return this.settings.reset(scope, params.form);
  }

  @Serves('viewSessionForm')
  viewOfSession(@By() scope: GroupScope | WholeTownScope, @In() { body }: Input<'viewSessionForm'>): Promise<Answer<'viewSessionForm'>> {
    return this.paperwork.view(this.paperwork.ofSession(scope, body));
  }

  @Serves('downloadSessionForm')
  async fileOfSession(@By() scope: GroupScope | WholeTownScope, @In() { body }: Input<'downloadSessionForm'>): Promise<StreamableFile> {
    return download(await this.paperwork.file(this.paperwork.ofSession(scope, body), body.format), body.format);
  }

  @Serves('viewGroupForm')
  viewOfGroup(@By() scope: GroupScope | WholeTownScope, @In() { body }: Input<'viewGroupForm'>): Promise<Answer<'viewGroupForm'>> {
    return this.paperwork.view(this.paperwork.ofGroup(scope, body));
  }

  @Serves('downloadGroupForm')
  async fileOfGroup(@By() scope: GroupScope | WholeTownScope, @In() { body }: Input<'downloadGroupForm'>): Promise<StreamableFile> {
    return download(await this.paperwork.file(this.paperwork.ofGroup(scope, body), body.format), body.format);
  }

  @Serves('viewMemberForm')
  viewOfMember(@By() scope: OwnScope | WholeTownScope, @In() { body }: Input<'viewMemberForm'>): Promise<Answer<'viewMemberForm'>> {
    return this.paperwork.view(this.paperwork.ofMember(scope, body));
  }

  @Serves('downloadMemberForm')
  async fileOfMember(@By() scope: OwnScope | WholeTownScope, @In() { body }: Input<'downloadMemberForm'>): Promise<StreamableFile> {
    return download(await this.paperwork.file(this.paperwork.ofMember(scope, body), body.format), body.format);
  }

  @Serves('viewTownForm')
  viewOfTown(@By() scope: WholeTownScope, @In() { body }: Input<'viewTownForm'>): Promise<Answer<'viewTownForm'>> {
    return this.paperwork.view(this.paperwork.ofTown(scope, body));
  }

  @Serves('downloadTownForm')
  async fileOfTown(@By() scope: WholeTownScope, @In() { body }: Input<'downloadTownForm'>): Promise<StreamableFile> {
    return download(await this.paperwork.file(this.paperwork.ofTown(scope, body), body.format), body.format);
  }

  @Serves('viewScoreForm')
  viewOfScores(@By() scope: WholeTownScope, @In() { body }: Input<'viewScoreForm'>): Promise<Answer<'viewScoreForm'>> {
    return this.paperwork.view(this.paperwork.ofRating(scope, body));
  }

  @Serves('downloadScoreForm')
  async fileOfScores(@By() scope: WholeTownScope, @In() { body }: Input<'downloadScoreForm'>): Promise<StreamableFile> {
    return download(await this.paperwork.file(this.paperwork.ofRating(scope, body), body.format), body.format);
  }

  @Serves('viewPublishedForm')
  viewOfPublished(@By() scope: WholeTownScope, @In() { body }: Input<'viewPublishedForm'>): Promise<Answer<'viewPublishedForm'>> {
    return this.paperwork.view(this.paperwork.ofRating(scope, body));
  }

  @Serves('downloadPublishedForm')
  async fileOfPublished(@By() scope: WholeTownScope, @In() { body }: Input<'downloadPublishedForm'>): Promise<StreamableFile> {
    return download(await this.paperwork.file(this.paperwork.ofRating(scope, body), body.format), body.format);
  }

  @Serves('viewObjectionForm')
  viewOfObjection(@By() scope: PersonScope, @In() { body }: Input<'viewObjectionForm'>): Promise<Answer<'viewObjectionForm'>> {
    return this.paperwork.view(this.paperwork.ofObjection(scope, body));
  }

  @Serves('downloadObjectionForm')
  async fileOfObjection(@By() scope: PersonScope, @In() { body }: Input<'downloadObjectionForm'>): Promise<StreamableFile> {
    return download(await this.paperwork.file(this.paperwork.ofObjection(scope, body), body.format), body.format);
  }
}

function download({ name, stream }: PaperFile, format: Format): StreamableFile {
  return new StreamableFile(stream, { type: contentTypes[format], disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
}
