import { Module } from '@nestjs/common';
import { PushApps } from './push-apps.service.ts';
import { PushReceptionService } from './push-reception.service.ts';
import { WechatEventsController } from './wechat-events.controller.ts';
import { WechatEventsRepository } from './wechat-events.repository.ts';
import { WechatEvents } from './wechat-events.service.ts';

@Module({ controllers: [WechatEventsController], providers: [WechatEventsRepository, WechatEvents, PushApps, PushReceptionService], exports: [WechatEvents, PushApps] })
export class WechatEventsModule {}
