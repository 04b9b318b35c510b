import { Injectable } from '@nestjs/common';
import type { FormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { FormSettingRow } from './form-setting.entity.ts';

@Injectable()
export class FormSettingsRepository {
  constructor(private readonly database: Database) {}

  all({ townId }: TownScope): Promise<FormSettingRow[]> {
    return this.database.rows(FormSettingRow).findBy({ townId });
  }

  one({ townId }: TownScope, form: FormKey): Promise<FormSettingRow | null> {
    return this.database.rows(FormSettingRow).findOneBy({ townId, form });
  }

  async put({ townId }: TownScope, row: Omit<FormSettingRow, 'townId'>): Promise<void> {
    await this.database.rows(FormSettingRow).upsert({ ...row, townId }, ['townId', 'form']);
  }

  async delete({ townId }: TownScope, form: FormKey): Promise<void> {
    await this.database.rows(FormSettingRow).delete({ townId, form });
  }
}
