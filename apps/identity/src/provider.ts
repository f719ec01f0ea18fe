import { randomUUID } from 'node:crypto';
import {
  type Configuration,
  errors,
  Provider,
  type ResourceServer,
  type TokenEndpointGrantContext,
} from 'oidc-provider';
import { accountOf, claimsOf } from './accounts.js';
import type { IdentitySettings } from './identity.settings.js';
import type { ProviderSecrets } from './signing-keys.js';

/** A command asks for a token of an account by its name, without a browser and without a password. */
export const developmentGrant = 'urn:throughline:params:oauth:grant-type:development-account';
export const commandClient = 'throughline-cli';
export const webClient = 'throughline-web';

/** The protocol wants an absolute URI for the API; tokens name it by the shorter audience that services check. */
const apiResource = 'urn:throughline';
const tokenLifetimeSeconds = 12 * 60 * 60;

const apiOf = ({ audience }: IdentitySettings): ResourceServer => ({
  audience,
  scope: '',
  accessTokenFormat: 'jwt',
  accessTokenTTL: tokenLifetimeSeconds,
  jwt: { sign: { alg: 'RS256' } },
});

/**
 * The provider of the embedded start. It keeps codes and sessions in its own memory (the library's default adapter), which
 * is enough for one process that people can sign in to again; access tokens are JWTs and survive a restart with the keys.
 */
export function createProvider(settings: IdentitySettings, secrets: ProviderSecrets): Provider {
  const provider = new Provider(settings.issuer, configuration(settings, secrets));
  provider.registerGrantType<{ account?: string }>(
    developmentGrant,
    (ctx) => grantDevelopmentToken(provider, settings, ctx),
    ['account'],
  );
  return provider;
}

const clients = (settings: IdentitySettings): NonNullable<Configuration['clients']> => [
  {
    client_id: webClient,
    token_endpoint_auth_method: 'none',
    redirect_uris: [settings.webRedirectUri],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  },
  {
    client_id: commandClient,
    token_endpoint_auth_method: 'none',
    redirect_uris: [],
    grant_types: [developmentGrant],
    response_types: [],
  },
];

const configuration = (settings: IdentitySettings, secrets: ProviderSecrets): Configuration => ({
  jwks: secrets.jwks as NonNullable<Configuration['jwks']>,
  cookies: { keys: secrets.cookieKeys },
  clients: clients(settings),
  scopes: ['openid', 'profile'],
  claims: { openid: ['sub'], profile: ['name', 'role', 'partner'] },
  pkce: { required: () => true },
  ttl: {
    AccessToken: tokenLifetimeSeconds,
    IdToken: tokenLifetimeSeconds,
    Session: tokenLifetimeSeconds,
    Grant: tokenLifetimeSeconds,
    Interaction: 60 * 60,
  },
  interactions: { url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
  features: features(settings),
  findAccount: (_ctx, id) => {
    const account = accountOf(id);
    return account === null ? undefined : { accountId: id, claims: () => ({ sub: id, ...claimsOf(account) }) };
  },
  extraTokenClaims: (_ctx, token) => {
    const account = 'accountId' in token && typeof token.accountId === 'string' ? accountOf(token.accountId) : null;
    return account === null ? {} : claimsOf(account);
  },
  loadExistingGrant,
  renderError: (ctx, out) => {
    ctx.type = 'text/plain';
    ctx.body = `${out.error}: ${out.error_description ?? ''}\n`;
  },
});

const features = (settings: IdentitySettings): NonNullable<Configuration['features']> => ({
  devInteractions: { enabled: false },
  resourceIndicators: {
    enabled: true,
    defaultResource: (_ctx, _client, oneOf) =>
      Array.isArray(oneOf) ? (oneOf[0] ?? apiResource) : (oneOf ?? apiResource),
    useGrantedResource: () => true,
    getResourceServerInfo: (_ctx, resource) => {
      if (resource !== apiResource) throw new errors.InvalidTarget('the only resource is urn:throughline');
      return apiOf(settings);
    },
  },
});

// Both clients are ours: signing in is the consent.
const loadExistingGrant: NonNullable<Configuration['loadExistingGrant']> = async ({ oidc }) => {
  const { client, session, provider } = oidc;
  const known = client && session?.grantIdFor(client.clientId);
  if (known) return provider.Grant.find(known);
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
};

async function grantDevelopmentToken(
  provider: Provider,
  settings: IdentitySettings,
  ctx: TokenEndpointGrantContext<{ account?: string }>,
): Promise<void> {
  const { client, params } = ctx.oidc;
  const id = params.account ?? '';
  if (accountOf(id) === null) {
    const known = 'coordinator, physician, administrator, operator or partner:<slug>';
    throw new errors.CustomOIDCProviderError('invalid_request', `there is no such account; there is ${known}`);
  }
  const token = new provider.AccessToken({
    client,
    accountId: id,
    gty: developmentGrant,
    grantId: randomUUID(),
    resourceServer: new provider.ResourceServer(apiResource, apiOf(settings)),
  });
  ctx.oidc.entity('AccessToken', token);
  ctx.body = { access_token: await token.save(), token_type: token.tokenType, expires_in: token.expiration };
}
