import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Settings } from '#platform';
import { SessionSettings } from './session.settings.js';
import type { SignIn } from './sealed-cookies.js';

/** Any OpenID Connect provider, found by its issuer: authorization code with PKCE. */
@Injectable()
export class IdentityProvider {
  private found: Promise<oidc.Configuration> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly session: SessionSettings,
  ) {}

  /** Where the browser goes to sign in, and what to remember until it comes back. Always asks who it is: people share machines. */
  async begin(to: string): Promise<{ url: string; underWay: SignIn }> {
    const config = await this.configuration();
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const underWay = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier, to };
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri,
      scope: 'openid profile',
      prompt: 'login',
      state: underWay.state,
      nonce: underWay.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, underWay };
  }

  /** Throws openid-client's errors when the answer is not that of the sign-in under way. */
  async finish(
    query: string,
    { state, nonce, codeVerifier }: SignIn,
  ): Promise<{ accessToken: string; seconds: number }> {
    const tokens = await oidc.authorizationCodeGrant(
      await this.configuration(),
      new URL(`${this.redirectUri}?${query}`),
      { pkceCodeVerifier: codeVerifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
    );
    return { accessToken: tokens.access_token, seconds: tokens.expires_in ?? 3600 };
  }

  private get redirectUri(): string {
    return `${this.session.publicUrl}/api/session/callback`;
  }

  private async configuration(): Promise<oidc.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = null; // ask again with the next sign-in
      throw new ServiceUnavailableException('The identity provider does not answer at the moment.', { cause: error });
    });
    return this.found;
  }

  private discover(): Promise<oidc.Configuration> {
    const issuer = new URL(this.settings.oidcIssuer);
    const { clientId, clientSecret } = this.session;
    const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretPost(clientSecret);
    // Without TLS only on this machine or inside a private network, as the operator says by the issuer's address.
    const options = issuer.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {};
    return oidc.discovery(issuer, clientId, undefined, authentication, options);
  }
}
