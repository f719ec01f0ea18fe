import { importPKCS8, importSPKI, jwtVerify, SignJWT } from 'jose';
import type { Settings } from '../config/settings.js';
import type { User } from './user.js';

/** Not an address: nobody signs in there. Notification signs these passes, every service can check them. */
export const guestIssuer = 'urn:throughline:guest';
const algorithm = 'EdDSA';

/** What somebody without an account may do: see and answer one handoff, for one organization, for a short time. */
export interface GuestPass {
  linkId: string;
  handoffId: string;
  partnerId: string;
  /** As typed by the person; the organization's own words until then. */
  name: string;
}

/** A pass that ends after `seconds` of real time. `privateKeyPem`: PKCS 8, Ed25519. */
export async function signGuestToken(
  { linkId, handoffId, partnerId, name }: GuestPass,
  at: { privateKeyPem: string; audience: string; seconds: number },
): Promise<string> {
  return new SignJWT({ name, partner: partnerId, handoff: handoffId })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(guestIssuer)
    .setAudience(at.audience)
    .setSubject(`guest:${linkId}`)
    .setIssuedAt()
    .setExpirationTime(`${at.seconds} seconds`)
    .sign(await importPKCS8(at.privateKeyPem, algorithm));
}

/** Null when the claims are not those of a pass. Throws jose's errors for a bad signature, audience or expiry. */
export async function verifyGuestToken(
  token: string,
  { guestPublicKey, oidcAudience }: Pick<Settings, 'guestPublicKey' | 'oidcAudience'>,
): Promise<User | null> {
  if (guestPublicKey === null) return null;
  const { payload } = await jwtVerify(token, await importSPKI(guestPublicKey, algorithm), {
    issuer: guestIssuer,
    audience: oidcAudience,
    algorithms: [algorithm],
    requiredClaims: ['sub', 'exp'],
  });
  const { sub = '', name, partner, handoff } = payload;
  const linkId = /^guest:(.+)$/.exec(sub)?.[1];
  if (!linkId || typeof name !== 'string' || typeof partner !== 'string' || typeof handoff !== 'string') return null;
  return { sub, name, role: 'partner', partnerId: partner, guest: { handoffId: handoff, linkId } };
}
