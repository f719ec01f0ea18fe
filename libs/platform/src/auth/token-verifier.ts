import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { Settings } from '../config/settings.js';
import { guestIssuer, verifyGuestToken } from './guest-tokens.js';
import { type Role, roles, type User } from './user.js';

/** The key set that tokens are checked against; tests bring their own. */
export abstract class TokenKeys {
  abstract readonly getKey: JWTVerifyGetKey;
}

/** The issuer's published keys: found by discovery, fetched when first needed, cached, fetched again for an unknown key. */
@Injectable()
export class IssuerKeys extends TokenKeys {
  private keys: Promise<JWTVerifyGetKey> | null = null;

  constructor(private readonly settings: Settings) {
    super();
  }

  readonly getKey: JWTVerifyGetKey = async (header, token) => {
    this.keys ??= this.discover().catch((error: unknown) => {
      this.keys = null; // ask again with the next request
      throw error;
    });
    const keySet = await this.keys;
    try {
      return await keySet(header, token);
    } catch (error) {
      throw isProviderTrouble(error) ? new IdentityProviderAway('no keys', { cause: error }) : error;
    }
  };

  private async discover(): Promise<JWTVerifyGetKey> {
    const url = `${this.settings.oidcIssuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (!answer?.ok) throw new IdentityProviderAway('no discovery document');
    const { jwks_uri: keysUrl } = (await answer.json()) as { jwks_uri: string };
    return createRemoteJWKSet(new URL(keysUrl));
  }
}

/** No, a late or an unreadable answer with the keys; not a token whose key is missing among them. */
const isProviderTrouble = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === 'ERR_JOSE_GENERIC';

/** Nobody can be told from anybody while the identity provider cannot be reached; the caller may try again. */
export class IdentityProviderAway extends Error {}

@Injectable()
export class TokenVerifier {
  constructor(
    private readonly settings: Settings,
    private readonly keys: TokenKeys,
  ) {}

  /**
   * The user of a bearer token; null when the token is not one of ours (signature, issuer, audience, expiry or claims).
   * Expiry counts real time, never the movable clock. Throws `IdentityProviderAway`.
   */
  async verify(token: string): Promise<User | null> {
    try {
      if (decodeJwt(token).iss === guestIssuer) return await verifyGuestToken(token, this.settings);
      const { payload } = await jwtVerify(token, this.keys.getKey, {
        issuer: this.settings.oidcIssuer,
        audience: this.settings.oidcAudience,
        requiredClaims: ['sub', 'exp'],
      });
      return userOf(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }
}

function userOf(claims: JWTPayload): User | null {
  const { sub, name, role, partner, client_id } = claims as JWTPayload &
    Record<'name' | 'role' | 'partner' | 'client_id', unknown>;
  if (typeof sub !== 'string' || !roles.includes(role as Role)) return null;
  const partnerId = typeof partner === 'string' && partner !== '' ? partner : null;
  // A partner without an organization would see nothing or, worse, everything.
  if ((role === 'partner') !== (partnerId !== null)) return null;
  // With client credentials the client is its own subject.
  const machine = client_id === sub ? { machine: true } : {};
  return { sub, name: typeof name === 'string' ? name : sub, role: role as Role, partnerId, ...machine };
}
