import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { DeliveriesService } from './deliveries.service.ts';
import { ThemePushesService } from './theme-pushes.service.ts';
import { UnrungService } from './unrung.service.ts';

@Controller()
export class ThemePushesController {
  constructor(
    private readonly pushes: ThemePushesService,
    private readonly unrungs: UnrungService,
    private readonly deliveries: DeliveriesService,
  ) {}

  @Serves('getThemePush')
  funnel(@By() scope: WholeTownScope, @In() { params }: Input<'getThemePush'>): Promise<Answer<'getThemePush'>> {
    return this.pushes.funnel(scope, params.monday);
  }

  @Serves('orderDoorbells')
  order(@By() scope: WholeTownScope, @In() { params, body }: Input<'orderDoorbells'>): Promise<Answer<'orderDoorbells'>> {
    return this.pushes.order(scope, params.monday, body.order);
  }

  @Serves('listUnrung')
  unrung(@By() scope: WholeTownScope, @In() { params, query }: Input<'listUnrung'>): Promise<Answer<'listUnrung'>> {
    return this.unrungs.list(scope, params.monday, query);
  }

  @Serves('listMyDeliveries')
  mine(@By() scope: OwnScope, @In() { query }: Input<'listMyDeliveries'>): Promise<Answer<'listMyDeliveries'>> {
    return this.deliveries.mine(scope, query);
  }

  @Serves('readDelivery')
  read(@By() scope: OwnScope, @In() { params }: Input<'readDelivery'>): Promise<void> {
    return this.deliveries.read(scope, params.id);
  }

  @Serves('listPaperDeliveries')
  paper(@By() scope: GroupScope | WholeTownScope, @In() { query }: Input<'listPaperDeliveries'>): Promise<Answer<'listPaperDeliveries'>> {
    return this.deliveries.paper(scope, query);
  }

  @Serves('tickPaperDelivery')
  tick(@By() scope: GroupScope | WholeTownScope, @In() { params, body }: Input<'tickPaperDelivery'>): Promise<void> {
    return this.deliveries.tick(scope, params.id, body?.handedOver ?? true);
  }
}
