import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { WechatEventsModule } from '../wechat-events/wechat-events.module.ts';
import { OfficialAccountsController } from './official-accounts.controller.ts';
import { OfficialAccountsRepository } from './official-accounts.repository.ts';
import { OfficialAccountsService } from './official-accounts.service.ts';

@Module({
  imports: [MembersModule, TownsModule, WechatEventsModule],
  controllers: [OfficialAccountsController],
  providers: [OfficialAccountsRepository, OfficialAccountsService],
  exports: [OfficialAccountsService],
})
export class OfficialAccountsModule {}
