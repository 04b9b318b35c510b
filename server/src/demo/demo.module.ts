import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { DemoController } from './demo.controller.ts';
import { DemoService } from './demo.service.ts';

@Module({ imports: [MembersModule, TownsModule], controllers: [DemoController], providers: [DemoService] })
export class DemoModule {}
