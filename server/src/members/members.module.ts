import { Module } from '@nestjs/common';
import { MembersRepository } from './members.repository.ts';
import { MembersService } from './members.service.ts';
import { MonthRollsRepository } from './month-rolls.repository.ts';
import { MonthRollsService } from './month-rolls.service.ts';
import { MovesService } from './moves.service.ts';
import { RolesRepository } from './roles.repository.ts';
import { RolesService } from './roles.service.ts';
import { TagsRepository } from './tags.repository.ts';
import { TagsService } from './tags.service.ts';
import { TracesRepository } from './traces.repository.ts';

/** The people of a town, their groups over time and their roles. The admin's desk over them is `roster/`. */
@Module({
  providers: [MembersRepository, MembersService, MonthRollsRepository, MonthRollsService, MovesService, RolesRepository, RolesService, TagsRepository, TagsService, TracesRepository],
  exports: [MembersService, MonthRollsService, MovesService, RolesService, TagsService],
})
export class MembersModule {}
