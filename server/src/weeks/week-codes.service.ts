import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { weekPage, weekScene } from '@weidangxiao/shared/rules/week-code.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { requireMonday } from '../platform/errors/require-monday.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import { TownsService } from '../towns/towns.service.ts';

/** The code on the paper that is hung out for a week: WeChat's own, where there is a WeChat. */
@Injectable()
export class WeekCodesService {
  constructor(
    private readonly towns: TownsService,
    private readonly wechat: WeChat,
  ) {}

  /** @throws AppError INPUT_INVALID, NOT_FOUND */
  async of(scope: TownScope, monday: string): Promise<Answer<'getWeekCode'>> {
    requireMonday(monday);
    const { code } = await this.towns.own(scope);
    const scene = weekScene(code, monday);
    const image = scene && (await this.wechat.codeImage(scene, weekPage));
    return { image: image && `data:image/${image.type};base64,${image.bytes.toString('base64')}` };
  }
}
