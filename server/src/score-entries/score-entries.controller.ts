import { Controller, type StreamableFile } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { EntryFilesService } from './entry-files.service.ts';
import { ScoreEntryDeskService } from './score-entry-desk.service.ts';
import { ScoreProposalsService } from './score-proposals.service.ts';

@Controller()
export class ScoreEntriesController {
  constructor(
    private readonly desk: ScoreEntryDeskService,
    private readonly files: EntryFilesService,
    private readonly proposals: ScoreProposalsService,
  ) {}

  @Serves('listScoreEntries')
  list(@By() scope: WholeTownScope, @In() { query }: Input<'listScoreEntries'>): Promise<Answer<'listScoreEntries'>> {
    return this.desk.list(scope, query);
  }

  @Serves('createScoreEntry')
  create(@By() scope: WholeTownScope, @In() { body }: Input<'createScoreEntry'>): Promise<Answer<'createScoreEntry'>> {
    return this.desk.create(scope, body);
  }

  @Serves('reverseScoreEntry')
  reverse(@By() scope: WholeTownScope, @In() { params, body }: Input<'reverseScoreEntry'>): Promise<Answer<'reverseScoreEntry'>> {
    return this.desk.reverse(scope, params.id, body);
  }

  @Serves('getScoreEntryFile')
  file(@By() scope: OwnScope | WholeTownScope, @In() { params }: Input<'getScoreEntryFile'>): Promise<StreamableFile> {
    return this.files.read(scope, params.id);
  }

  @Serves('listScoreProposals')
  listProposals(@By() scope: PersonScope, @In() { query }: Input<'listScoreProposals'>): Promise<Answer<'listScoreProposals'>> {
    return this.proposals.list(scope, query);
  }

  @Serves('createScoreProposal')
  propose(@By() scope: GroupScope, @In() { body }: Input<'createScoreProposal'>): Promise<Answer<'createScoreProposal'>> {
    return this.proposals.create(scope, body);
  }

  @Serves('decideScoreProposal')
  decide(@By() scope: WholeTownScope, @In() { params, body }: Input<'decideScoreProposal'>): Promise<Answer<'decideScoreProposal'>> {
    return this.proposals.decide(scope, params.id, body);
  }
}
