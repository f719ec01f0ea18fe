import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parseOps, WrongUsage } from './command.js';
import { OpsClient, OpsFailure, type OpsResult, runOps } from './run-ops.js';
import { duration, table } from './table.js';
import { databaseServices } from '../services.js';

describe('parseOps', () => {
  it('understands every command', () => {
    expect(parseOps(['status', '--json'])).toMatchObject({ command: { verb: 'status' }, asJson: true });
    expect(parseOps(['status', '--service', 'therapy']).command).toEqual({ verb: 'status', services: ['therapy'] });
    expect(parseOps(['parked', 'list']).command).toMatchObject({ verb: 'list' });
    expect(parseOps(['parked', 'show', '7', '--service', 'referral']).command).toEqual({
      verb: 'show',
      id: '7',
      service: 'referral',
    });
    expect(parseOps(['parked', 'replay', 'all', '--service', 'referral']).command).toEqual({
      verb: 'replay',
      key: 'all',
      service: 'referral',
    });
    expect(parseOps(['parked', 'discard', '7', '--service', 'referral', '--why', 'twin']).command).toEqual({
      verb: 'discard',
      id: '7',
      service: 'referral',
      why: 'twin',
    });
    expect(parseOps(['timers']).command).toEqual({
      verb: 'timers',
      services: databaseServices,
      rebuild: false,
    });
    expect(parseOps(['keys']).command).toEqual({ verb: 'keys', rewrap: false });
    expect(parseOps(['keys', 'rewrap']).command).toEqual({ verb: 'keys', rewrap: true });
    expect(parseOps(['timers', 'rebuild', '--service', 'referral']).command).toEqual({
      verb: 'timers',
      services: ['referral'],
      rebuild: true,
    });
    expect(parseOps(['audit', 'verify', '--service', 'referral']).command).toEqual({
      verb: 'audit verify',
      services: ['referral'],
      against: null,
    });
    expect(parseOps(['audit', 'export', '--to', 'safe']).command).toMatchObject({ verb: 'audit export', to: 'safe' });
  });

  it('understands what is to be done with deliveries', () => {
    expect(parseOps(['deliveries']).command).toEqual({ verb: 'deliveries' });
    expect(parseOps(['deliveries', 'list']).command).toEqual({ verb: 'deliveries' });
    expect(parseOps(['deliveries', 'retry', '7']).command).toEqual({ verb: 'deliveries retry', id: '7' });
    expect(
      parseOps(['deliveries', 'resend', '--partner', 'pt-north', '--since', '2027-04-06T09:00:00-04:00']).command,
    ).toEqual({ verb: 'deliveries resend', partner: 'pt-north', since: '2027-04-06T13:00:00.000Z' });
  });

  it.each([
    [['deliveries', 'retry'], 'ID is missing.'],
    [['deliveries', 'resend', '--since', '2027-04-06'], '--partner P is missing.'],
    [['deliveries', 'resend', '--partner', 'pt-north', '--since', 'soon'], '--since is no instant'],
    [[], 'Say what to do.'],
    [['dance'], 'There is no command "dance".'],
    [['status', '--service', 'kitchen'], 'There is no service "kitchen".'],
    [['parked', 'replay', 'all'], '--service is missing.'],
    [['parked', 'discard', '7', '--service', 'referral'], '--why "REASON" is missing.'],
    [['parked', 'replay', 'a', 'b', '--service', 'referral'], '"b" is too much.'],
    [['audit', 'export'], '--to FOLDER is missing.'],
    [['timers', 'dance'], 'There is no command "timers dance".'],
    [['status', '--loud'], "Unknown option '--loud'"],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => parseOps(args)).toThrow(WrongUsage);
    expect(() => parseOps(args)).toThrow(message);
  });
});

describe('runOps', () => {
  const answers: Record<string, { status: number; body: unknown }> = {};
  const received: string[] = [];
  let gateway: Server;
  let url: string;
  beforeAll(async () => {
    gateway = createServer((request, reply) => {
      received.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      const { status, body } = answers[request.url ?? ''] ?? { status: 503, body: { title: 'Service unavailable' } };
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  });
  afterAll(() => gateway.close());

  const run = (...args: string[]): Promise<OpsResult> =>
    runOps(parseOps(args), new OpsClient(url, 'secret'), new Date('2027-04-06T13:00:00Z'));

  it('shows every service in one table; one that is down does not hide the others', async () => {
    answers['/api/ops/therapy/messaging/status'] = {
      status: 200,
      body: {
        service: 'therapy',
        outbox: { size: 3, oldestSeconds: 61 },
        parked: 0,
        relay: 'leading',
        consumer: 'in its group',
        lag: 2,
      },
    };
    const { text, isWell } = await run('status');
    expect(text).toMatch(/therapy +3 +1 min +leading +in its group +2 +0/);
    expect(text).toMatch(/referral +referral: Service unavailable/);
    expect(isWell).toBe(false);
    expect(received).toContain('GET /api/ops/therapy/messaging/status Bearer secret');
  });

  it('says when previews and handoffs do not run the same rules', async () => {
    answers['/api/ops/referral/messaging/status'] = {
      status: 200,
      body: {
        service: 'referral',
        outbox: { size: 0, oldestSeconds: 0 },
        parked: 0,
        relay: 'leading',
        consumer: 'in its group',
        lag: 0,
      },
    };
    const newest = { publishedWith: 'aaa', appliedWith: 'bbb', publishedAt: '2027-04-06T13:00:00Z' };
    answers['/api/ops/referral/rules'] = { status: 200, body: { running: 'bbb', newest, agree: false } };
    const differing = await run('status', '--service', 'referral');
    expect(differing.text).toContain('previewed with rules aaa and worked through with bbb');
    expect(differing.isWell).toBe(false);
    const same = { ...newest, publishedWith: 'bbb' };
    answers['/api/ops/referral/rules'] = { status: 200, body: { running: 'bbb', newest: same, agree: true } };
    const agreeing = await run('status', '--service', 'referral');
    expect(agreeing.text).toContain('Rules bbb: previews and handoffs agree.');
    expect(agreeing.isWell).toBe(true);
    delete answers['/api/ops/referral/messaging/status'];
    delete answers['/api/ops/referral/rules'];
  });

  it('lists what is parked with its first line of error', async () => {
    const parked = [
      {
        id: '7',
        key: 'p-1',
        type: null,
        state: 'parked',
        error: 'Error: x\n  at y',
        tries: 3,
        parkedAt: '2027-04-06T11:00:00Z',
      },
    ];
    answers['/api/ops/therapy/messaging/parked'] = { status: 200, body: parked };
    const { text, isWell } = await run('parked', 'list', '--service', 'therapy');
    expect(text).toMatch(/therapy +p-1 +7 +unreadable +2 h +3 +Error: x$/m);
    expect(isWell).toBe(false);
  });

  it('tells where a replay stopped', async () => {
    const result = [{ key: 'p-1', replayed: 2, stoppedAt: { id: '9', error: 'still no' } }];
    answers['/api/ops/therapy/messaging/parked/replay'] = { status: 200, body: result };
    const { text, isWell } = await run('parked', 'replay', 'p-1', '--service', 'therapy');
    expect(text).toContain('stopped at 9: still no');
    expect(isWell).toBe(false);
  });

  it('shows the timers, and sets their alarms anew', async () => {
    answers['/api/timers/referral/counts'] = { status: 200, body: { due: 1, pending: 40, failing: 0 } };
    answers['/api/timers/referral/rebuild'] = { status: 200, body: { due: 0, pending: 39, failing: 1 } };
    const status = await run('timers', '--service', 'referral');
    expect(status.text).toMatch(/referral +40 +1 +0/);
    expect(status.isWell).toBe(true);
    const rebuilt = await run('timers', 'rebuild', '--service', 'referral');
    expect(rebuilt.text).toMatch(/referral +39 +0 +1/);
    expect(rebuilt.isWell).toBe(false);
    expect(received).toContain('POST /api/timers/referral/rebuild Bearer secret');
  });

  it('shows the keys of behavioral health, and moves what is under an old one', async () => {
    const old = { keyId: 'aaaa', count: 3 };
    answers['/api/behavioral-health/keys'] = { status: 200, body: { current: 'bbbb', records: [old] } };
    answers['/api/behavioral-health/keys/rewrap'] = {
      status: 200,
      body: { current: 'bbbb', records: [{ ...old, keyId: 'bbbb' }] },
    };
    const status = await run('keys');
    expect(status.text).toMatch(/aaaa +3 +old/);
    expect(status.isWell).toBe(false);
    const moved = await run('keys', 'rewrap');
    expect(moved.text).toMatch(/bbbb +3 +current/);
    expect(moved.isWell).toBe(true);
    expect(received).toContain('POST /api/behavioral-health/keys/rewrap Bearer secret');
  });

  it('passes a refusal on in the words of the service', async () => {
    answers['/api/ops/therapy/messaging/parked/discard'] = {
      status: 409,
      body: { detail: 'This message was replayed or discarded already.' },
    };
    const discard = run('parked', 'discard', '7', '--service', 'therapy', '--why', 'twin');
    await expect(discard).rejects.toThrow(new OpsFailure('therapy: This message was replayed or discarded already.'));
  });
});

describe('table', () => {
  it('aligns columns', () => {
    expect(table(['a', 'long'], [['xyz', '1']])).toBe('a    long\n---  ----\nxyz  1');
  });

  it.each([
    [0.4, '0 s'],
    [59, '59 s'],
    [61, '1 min'],
    [7200, '2 h'],
    [200_000, '2 d'],
  ])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));
});
