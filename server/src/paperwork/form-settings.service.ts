import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { arranged, type ArrangedForm, hiddenButRequired, unknownColumn } from '@weidangxiao/shared/rules/paperwork.ts';
import { formDefinition, type FormKey, formKeys } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { Acts } from '../platform/access/acts.ts';
import type { TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { FormSettingsRepository } from './form-settings.repository.ts';

type FormView = Answer<'setForm'>;

/** What each form is called in a town, and which columns it has in which order. */
@Injectable()
export class FormSettingsService {
  constructor(
    private readonly settings: FormSettingsRepository,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: TownScope): Promise<Answer<'listForms'>> {
    const known = new Map((await this.settings.all(scope)).map((row) => [row.form, row]));
    return { forms: formKeys.map((key) => viewOf(key, arranged(formDefinition(key), known.get(key) ?? null), known.has(key))) };
  }

  async arrangedForm(scope: TownScope, key: FormKey): Promise<ArrangedForm> {
    return arranged(formDefinition(key), await this.settings.one(scope, key));
  }

  /** @throws AppError FORM_COLUMN_REQUIRED, INPUT_INVALID for a column that the form has not, or twice */
  async change(scope: WholeTownScope, key: FormKey, { title, columns }: Input<'setForm'>['body']): Promise<FormView> {
    const definition = formDefinition(key);
    const unknown = unknownColumn(definition, columns);
    if (unknown !== null) throw new AppError('INPUT_INVALID', { field: 'columns', detail: { reason: `这张表没有“${unknown}”这一列，或者写了两次` } });
    const hidden = hiddenButRequired(definition, columns);
    if (hidden) throw new AppError('FORM_COLUMN_REQUIRED', { field: 'columns', detail: { label: hidden.label } });
    return this.acts.perform(scope, async () => {
      const setting = { title: title === definition.title ? null : title, columns };
      await this.settings.put(scope, { form: key, ...setting, changedBy: scope.memberId, changedAt: this.clock.now() });
      return viewOf(key, arranged(definition, setting), true);
    });
  }

  /** As it came. */
  reset(scope: WholeTownScope, key: FormKey): Promise<FormView> {
    return this.acts.perform(scope, async () => {
      await this.settings.delete(scope, key);
      return viewOf(key, arranged(formDefinition(key), null), false);
    });
  }
}

function viewOf(key: FormKey, { title, subject, period, tables }: ArrangedForm, changed: boolean): FormView {
  const definition = formDefinition(key);
  return {
    ...{ key, title, usualTitle: definition.title, subject, period, changed },
    tables: tables.map((table) => ({
      ...{ key: table.key, heading: table.heading },
      columns: table.columns.map(({ key: column, label, required = false, hidden }) => {
        const usual = definition.tables.find((one) => one.key === table.key)?.columns.find((one) => one.key === column);
        return { key: `${table.key}.${column}`, label, usualLabel: usual?.label ?? label, required, hidden };
      }),
    })),
  };
}
