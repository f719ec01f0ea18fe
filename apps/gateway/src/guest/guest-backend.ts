import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LinkPass, LinkView, LinkVisit, Page, PartnerHandoff, Referral, SignAs } from '#contracts';
import type { Problem } from '#platform';
import { Forwarder } from '../forwarding/forwarder.js';
import type { BackendName } from '../gateway.settings.js';

/** A service said no, in its own words. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** What a guest's page asks of the services, with the guest's pass: they decide what it may see and do. */
@Injectable()
export class GuestBackend {
  constructor(private readonly forwarder: Forwarder) {}

  view(token: string): Promise<LinkView> {
    return this.call('notification', 'POST', '/api/links/view', { body: { token } });
  }

  open(token: string): Promise<LinkPass> {
    return this.call('notification', 'POST', '/api/links/open', { body: { token } });
  }

  async renew(token: string): Promise<void> {
    await this.call('notification', 'POST', '/api/links/renew', { body: { token } });
  }

  /** Throws `Refused` when the visit is over. */
  visit(pass: string): Promise<LinkVisit> {
    return this.call('notification', 'GET', '/api/links/visit', { pass });
  }

  sign(pass: string, who: SignAs): Promise<LinkPass> {
    return this.call('notification', 'POST', '/api/links/pass', { pass, body: who });
  }

  handoff(pass: string, id: string): Promise<PartnerHandoff> {
    return this.call('referral', 'GET', `/api/handoffs/${id}`, { pass });
  }

  async referral(pass: string, handoffId: string): Promise<Referral | null> {
    const { items } = await this.call<Page<Referral>>('referral', 'GET', `/api/referrals?handoff=${handoffId}`, {
      pass,
    });
    return items[0] ?? null;
  }

  async answer(pass: string, path: string, body: Record<string, unknown>): Promise<void> {
    await this.call('referral', 'POST', path, { pass, body });
  }

  private async call<Body>(
    backend: BackendName,
    method: 'GET' | 'POST',
    url: string,
    { pass, body }: { pass?: string; body?: unknown },
  ): Promise<Body> {
    const answer = await this.forwarder.forward(backend, {
      method,
      url,
      headers: {
        ...(pass === undefined ? {} : { authorization: `Bearer ${pass}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' && pass !== undefined ? { 'idempotency-key': randomUUID() } : {}),
      },
      body: body === undefined ? undefined : Buffer.from(JSON.stringify(body)),
    });
    const said = JSON.parse(answer.body.toString('utf8')) as unknown;
    if (answer.status >= 300) throw new Refused(said as Problem);
    return said as Body;
  }
}
