import { z } from 'zod';

export interface IdentitySettings {
  issuer: string;
  /** What tokens are for; every service checks it. */
  audience: string;
  port: number;
  stateDir: string;
  /** Where the browser comes back to after signing in. */
  webRedirectUri: string;
}

const defaultPort = 3007;
const port = z.coerce.number().int().min(1).max(65_535);

const schema = z.object({
  THROUGHLINE_EMBEDDED: z.literal('true', {
    error: 'must be true: this provider signs anybody in without a password and is for the embedded start only',
  }),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: `a URL such as http://127.0.0.1:${defaultPort}` }).optional(),
  OIDC_AUDIENCE: z.string().default('throughline'),
  PORT_IDENTITY: port.default(defaultPort),
  PORT_GATEWAY: port.default(3000),
  IDENTITY_STATE_DIR: z.string({ error: 'the folder that keeps the signing keys' }).min(1),
});

/** All faults at once, each naming its setting, as one string; or the settings. */
export function readIdentitySettings(env: Readonly<Record<string, string | undefined>>): IdentitySettings | string {
  const isSet = Object.entries(env).filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(isSet));
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n');
  }
  return {
    issuer: parsed.data.OIDC_ISSUER ?? `http://127.0.0.1:${parsed.data.PORT_IDENTITY}`,
    audience: parsed.data.OIDC_AUDIENCE,
    port: parsed.data.PORT_IDENTITY,
    stateDir: parsed.data.IDENTITY_STATE_DIR,
    webRedirectUri: `http://127.0.0.1:${parsed.data.PORT_GATEWAY}/api/session/callback`,
  };
}
