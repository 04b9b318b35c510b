import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { HolidaysService } from './holidays.service.ts';
import { ThemeApprovalService } from './theme-approval.service.ts';
import { ThemeDeskService } from './theme-desk.service.ts';
import type { ThemeAnswer } from './theme-view.ts';

@Controller()
export class ThemesController {
  constructor(
    private readonly desk: ThemeDeskService,
    private readonly approval: ThemeApprovalService,
    private readonly holidays: HolidaysService,
  ) {}

  @Serves('listThemes')
  list(@By() scope: PersonScope, @In() { query }: Input<'listThemes'>): Promise<Answer<'listThemes'>> {
    return this.desk.year(scope, query.year);
  }

  @Serves('createTheme')
  create(@By() scope: PersonScope, @In() { body }: Input<'createTheme'>): Promise<ThemeAnswer> {
    return this.desk.create(scope, body);
  }

  @Serves('getTheme')
  one(@By() scope: PersonScope, @In() { params }: Input<'getTheme'>): Promise<ThemeAnswer> {
    return this.desk.one(scope, params.id);
  }

  @Serves('updateTheme')
  update(@By() scope: PersonScope, @In() { params, body }: Input<'updateTheme'>): Promise<ThemeAnswer> {
    return this.desk.update(scope, params.id, body);
  }

  @Serves('deleteTheme')
  delete(@By() scope: PersonScope, @In() { params }: Input<'deleteTheme'>): Promise<void> {
    return this.desk.delete(scope, params.id);
  }

  @Serves('submitTheme')
  submit(@By() scope: PersonScope, @In() { params }: Input<'submitTheme'>): Promise<ThemeAnswer> {
    return this.approval.submit(scope, params.id);
  }

  @Serves('withdrawTheme')
  withdraw(@By() scope: PersonScope, @In() { params }: Input<'withdrawTheme'>): Promise<ThemeAnswer> {
    return this.approval.withdraw(scope, params.id);
  }

  @Serves('approveTheme')
  approve(@By() scope: PersonScope, @In() { params, body }: Input<'approveTheme'>): Promise<ThemeAnswer> {
    return this.approval.approve(scope, params.id, body?.revision);
  }

  @Serves('returnTheme')
  sendBack(@By() scope: PersonScope, @In() { params, body }: Input<'returnTheme'>): Promise<ThemeAnswer> {
    return this.approval.sendBack(scope, params.id, body.reason);
  }

  @Serves('reviseTheme')
  revise(@By() scope: PersonScope, @In() { params, body }: Input<'reviseTheme'>): Promise<ThemeAnswer> {
    return this.desk.revise(scope, params.id, body);
  }

  @Serves('setHoliday')
  setHoliday(@By() scope: PersonScope, @In() { params, body }: Input<'setHoliday'>): Promise<void> {
    return this.holidays.set(scope, params.monday, body.label);
  }

  @Serves('clearHoliday')
  clearHoliday(@By() scope: PersonScope, @In() { params }: Input<'clearHoliday'>): Promise<void> {
    return this.holidays.clear(scope, params.monday);
  }
}
