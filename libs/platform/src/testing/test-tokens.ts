import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose';
import { TokenKeys } from '../auth/token-verifier.js';
import { type Role, roles, type User } from '../auth/user.js';

export const testIssuer = 'http://127.0.0.1:9/issuer-of-tests';
export const testAudience = 'throughline';

const keys = generateKeyPair('RS256');

export class TestKeys extends TokenKeys {
  readonly getKey: JWTVerifyGetKey = async (header, token) => {
    const jwk = { ...(await exportJWK((await keys).publicKey)), kid: 'test', alg: 'RS256' };
    return createLocalJWKSet({ keys: [jwk] })(header, token);
  };
}

/** `coordinator`, `physician`, `administrator`, `operator` or `partner:<slug>` as a user. */
export function testUser(who: string): User {
  const [role = '', partnerId] = who.split(':');
  if (!roles.includes(role as Role)) throw new Error(`no such user: ${who}`);
  return {
    sub: who,
    name: partnerId ? `Somebody at ${partnerId}` : `The ${role}`,
    role: role as Role,
    partnerId: partnerId ?? null,
  };
}

/** A real token, signed by the tests' key. `override` replaces claims, to make bad ones. */
export async function signTestToken(user: User, override: Record<string, unknown> = {}): Promise<string> {
  const claims = {
    sub: user.sub,
    name: user.name,
    role: user.role,
    ...(user.partnerId ? { partner: user.partnerId } : {}),
    ...(user.machine ? { client_id: user.sub } : {}),
  };
  const nowSeconds = Math.floor(Date.now() / 1000);
  return new SignJWT({
    iss: testIssuer,
    aud: testAudience,
    iat: nowSeconds,
    exp: nowSeconds + 3600,
    ...claims,
    ...override,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'test' })
    .sign((await keys).privateKey);
}
