import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { SessionFeedbackController } from './session-feedback.controller.ts';
import { SessionFeedbackRepository } from './session-feedback.repository.ts';
import { SessionFeedbackService } from './session-feedback.service.ts';

@Module({
  imports: [AttendanceModule, StudySessionsModule],
  controllers: [SessionFeedbackController],
  providers: [SessionFeedbackRepository, SessionFeedbackService],
})
export class SessionFeedbackModule {}
