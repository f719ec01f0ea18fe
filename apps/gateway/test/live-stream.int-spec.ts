import type { AddressInfo } from 'node:net';
import { createStatelessTest, signTestToken, testUser } from '#platform/testing';
import { AppModule } from '../src/app.module.js';
import { GatewaySettings } from '../src/gateway.settings.js';
import { LiveLog } from '../src/live/live-log.js';
import { backendsAt } from './loopback-target.js';

let gateway: Awaited<ReturnType<typeof createStatelessTest>>;
let url: string;

beforeAll(async () => {
  gateway = await createStatelessTest({
    module: AppModule,
    service: 'gateway',
    overrides: [
      { token: GatewaySettings, value: { backends: backendsAt('http://127.0.0.1:9'), movableClockFile: null } },
    ],
  });
  await gateway.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(gateway.app.getHttpServer().address() as AddressInfo).port}/api/live`;
});

afterAll(async () => {
  await gateway?.close();
});

/** A reader of one stream; `until` waits for what it has read to hold a text. */
async function read(who: string, headers: Record<string, string> = {}) {
  const gone = new AbortController();
  const token = await signTestToken(testUser(who));
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}`, ...headers }, signal: gone.signal });
  let text = '';
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  return {
    answer,
    text: () => text,
    async until(wanted: string): Promise<string> {
      while (!text.includes(wanted)) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error(`the stream ended without ${wanted}: ${text}`);
        text += value;
      }
      return text;
    },
    leave: () => gone.abort(),
  };
}

const add = (id: string, partnerId: string | null): void =>
  gateway.app.get(LiveLog).add({ hint: { kind: 'handoff', id, event: 'handoff.issued', planId: 'plan-1' }, partnerId });

describe('GET /api/live', () => {
  it('tells each reader what it may hear, as it happens', async () => {
    const coordinator = await read('coordinator');
    const north = await read('partner:pt-north');
    expect(coordinator.answer.headers.get('content-type')).toContain('text/event-stream');
    await coordinator.until('event: hello');
    await north.until('event: hello');
    add('h-south', 'pt-south');
    add('h-north', 'pt-north');
    expect(await coordinator.until('h-north')).toContain('h-south');
    const seen = await north.until('h-north');
    expect(seen).not.toMatch(/h-south|plan-1/);
    coordinator.leave();
    north.leave();
  });

  it('goes on where it was cut', async () => {
    const first = await read('coordinator');
    const [, position = ''] = /id: (\S+)\nevent: hello/.exec(await first.until('event: hello')) ?? [];
    first.leave();
    add('while-away', 'pt-north');
    const second = await read('coordinator', { 'last-event-id': position });
    const text = await second.until('event: hello');
    expect(text.match(/while-away/g)).toHaveLength(1);
    expect(text).not.toContain('event: reset');
    second.leave();
  });

  it('asks a reader from another process to begin anew', async () => {
    const reader = await read('coordinator', { 'last-event-id': 'elsewhere-12' });
    await reader.until('event: reset');
    reader.leave();
  });

  it('needs a token', async () => {
    expect((await fetch(url)).status).toBe(401);
  });
});
