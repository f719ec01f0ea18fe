import { Controller, Get, Module } from '@nestjs/common';
import { generateKeyPair, SignJWT } from 'jose';
import { Answers, PlatformModule, Roles } from '../src/index.js';
import {
  createServiceTest,
  createStatelessTest,
  type ServiceTest,
  signTestToken,
  testUser,
} from '../src/testing/index.js';
import { z } from 'zod';
import { SampleModule } from './support/sample.module.js';

let service: ServiceTest;

beforeAll(async () => {
  service = await createServiceTest({ module: SampleModule, service: 'therapy' });
});
afterAll(() => service.close());

const me = (authorization?: string) =>
  service.request('GET', '/api/samples/me', { headers: authorization === undefined ? {} : { authorization } });

it('lets the roles of a route in, as whom the token says', async () => {
  const as = (who: string) => service.request('GET', '/api/samples/me', { as: who });
  expect(await as('coordinator')).toMatchObject({ status: 200, body: { sub: 'coordinator', partnerId: null } });
  expect(await as('partner:pt-north')).toMatchObject({ status: 200, body: { partnerId: 'pt-north' } });
});

it('refuses another role, not saying more', async () => {
  const answer = await service.request('GET', '/api/samples/me', { as: 'physician' });
  expect(answer).toMatchObject({ status: 403, body: { type: 'urn:throughline:problem:forbidden' } });
});

it('asks nothing on a public route', async () => {
  expect(await service.request('GET', '/api/open')).toMatchObject({ status: 200, body: { open: true } });
});

describe('a token', () => {
  const partner = testUser('partner:pt-north');
  const past = Math.floor(Date.now() / 1000) - 60;

  it.each<[string, () => Promise<string | undefined>]>([
    ['that is missing', async () => undefined],
    ['of another scheme', async () => 'Basic YTpi'],
    ['that is none', async () => 'Bearer abc'],
    ['of another issuer', async () => `Bearer ${await signTestToken(partner, { iss: 'http://127.0.0.1:9/other' })}`],
    ['for another audience', async () => `Bearer ${await signTestToken(partner, { aud: 'other' })}`],
    ['that has expired', async () => `Bearer ${await signTestToken(partner, { exp: past })}`],
    ['without an end', async () => `Bearer ${await signTestToken(partner, { exp: undefined })}`],
    ['with a role that we do not know', async () => `Bearer ${await signTestToken(partner, { role: 'root' })}`],
    ['of a partner without organization', async () => `Bearer ${await signTestToken(partner, { partner: undefined })}`],
    [
      'of clinic staff with an organization',
      async () => `Bearer ${await signTestToken(partner, { role: 'coordinator' })}`,
    ],
    ['signed by somebody else', async () => `Bearer ${await forged()}`],
    ['that is not signed', async () => `Bearer ${unsigned(await signTestToken(partner))}`],
  ])('%s is refused', async (_, authorization) => {
    const answer = await me(await authorization());
    expect(answer).toMatchObject({ status: 401, body: { type: 'urn:throughline:problem:unauthenticated' } });
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  });

  it('outlives the movable clock: its expiry counts real time', async () => {
    service.clock.advance('P400D');
    expect((await service.request('GET', '/api/samples/me', { as: 'coordinator' })).status).toBe(200);
  });
});

async function forged(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT({ sub: 'x', role: 'coordinator', iss: 'http://127.0.0.1:9/issuer-of-tests', aud: 'throughline' })
    .setProtectedHeader({ alg: 'RS256', kid: 'test' })
    .setExpirationTime('1h')
    .sign(privateKey);
}

const unsigned = (token: string): string => {
  const header = Buffer.from(JSON.stringify({ alg: 'none', kid: 'test' })).toString('base64url');
  return `${header}.${token.split('.')[1] ?? ''}.`;
};

@Controller('api/forgotten')
class ForgottenController {
  @Get('said')
  @Roles('operator')
  @Answers(z.object({}))
  said(): object {
    return {};
  }

  @Get('open-to-everybody')
  unsaid(): object {
    return {};
  }
}

@Module({ imports: [PlatformModule.withoutDatabase('gateway')], controllers: [ForgottenController] })
class ForgetfulModule {}

it('does not boot with a route that says neither roles nor public', async () => {
  const boot = createStatelessTest({ module: ForgetfulModule, service: 'gateway' });
  await expect(boot).rejects.toThrow('Routes without @Roles or @Public: ForgottenController.unsaid');
});
