import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { AuthenticatedRequest } from '../auth/access.js';
import { withRequest } from './request-context.js';

/** Everything that a route does, it does for whoever asked: the database is told by itself. */
@Injectable()
export class RequestContextInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const { user, audit = null } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (user) audit?.askedBy(user);
    const asking = { partnerId: user?.partnerId ?? null, audit };
    return new Observable((subscriber) => withRequest(asking, () => next.handle().subscribe(subscriber)));
  }
}
