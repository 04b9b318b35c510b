import { Injectable } from '@nestjs/common';
import type { FormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { TownsService } from '../towns/towns.service.ts';
import { FormSettingsService } from './form-settings.service.ts';
import type { Filling } from './new-form.ts';
import { wholeDate } from './paper-words.ts';

type Head = Pick<Filling, 'key' | 'arranged' | 'unit' | 'date'>;

/** What stands over every form: whose it is, when it was made, and how the town wants it. */
@Injectable()
export class PaperHeadsService {
  /** A scope is minted for one request or one bundle: all sheets of it have the same heads, asked for once. */
  private readonly known = new WeakMap<TownScope, Map<FormKey, Promise<Head>>>();

  constructor(
    private readonly settings: FormSettingsService,
    private readonly towns: TownsService,
    private readonly clock: Clock,
  ) {}

  of(scope: TownScope, key: FormKey): Promise<Head> {
    const heads = this.known.get(scope) ?? new Map<FormKey, Promise<Head>>();
    this.known.set(scope, heads);
    const head = heads.get(key) ?? this.ask(scope, key);
    heads.set(key, head);
    return head;
  }

  private async ask(scope: TownScope, key: FormKey): Promise<Head> {
    const [arranged, { schoolName }] = await Promise.all([this.settings.arrangedForm(scope, key), this.towns.own(scope)]);
    return { key, arranged, unit: schoolName, date: wholeDate(businessDate(this.clock.now())) };
  }
}
