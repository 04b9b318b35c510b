import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { CourseSetsService } from './course-sets.service.ts';
import { MemberTagsService } from './member-tags.service.ts';
import { SuggestionsService } from './suggestions.service.ts';

@Controller()
export class CoursesController {
  constructor(
    private readonly sets: CourseSetsService,
    private readonly tags: MemberTagsService,
    private readonly suggestions: SuggestionsService,
  ) {}

  @Serves('listTags')
  listTags(@By() scope: PersonScope): Promise<Answer<'listTags'>> {
    return this.tags.list(scope);
  }

  @Serves('setMemberTags')
  setTags(@By() scope: WholeTownScope, @In() { params, body }: Input<'setMemberTags'>): Promise<Answer<'setMemberTags'>> {
    return this.tags.set(scope, params.id, body.tags);
  }

  @Serves('listCourseSets')
  list(@By() scope: PersonScope, @In() { query }: Input<'listCourseSets'>): Promise<Answer<'listCourseSets'>> {
    return this.sets.list(scope, query);
  }

  @Serves('getCourseSet')
  one(@By() scope: PersonScope, @In() { params }: Input<'getCourseSet'>): Promise<Answer<'getCourseSet'>> {
    return this.sets.one(scope, params.id);
  }

  @Serves('createCourseSet')
  add(@By() scope: WholeTownScope, @In() { body }: Input<'createCourseSet'>): Promise<Answer<'createCourseSet'>> {
    return this.sets.add(scope, body);
  }

  @Serves('updateCourseSet')
  change(@By() scope: WholeTownScope, @In() { params, body }: Input<'updateCourseSet'>): Promise<Answer<'updateCourseSet'>> {
    return this.sets.change(scope, params.id, body);
  }

  @Serves('closeCourseSet')
  close(@By() scope: WholeTownScope, @In() { params }: Input<'closeCourseSet'>): Promise<Answer<'closeCourseSet'>> {
    return this.sets.close(scope, params.id);
  }

  @Serves('listCourseSuggestions')
  suggest(@By() scope: OwnScope, @In() { query }: Input<'listCourseSuggestions'>): Promise<Answer<'listCourseSuggestions'>> {
    return this.suggestions.list(scope, query);
  }
}
