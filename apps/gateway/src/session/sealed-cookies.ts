import { Injectable } from '@nestjs/common';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { SessionSettings } from './session.settings.js';

/** What stands behind somebody's browser: the provider's token, which the browser itself never sees. */
const session = z.object({ accessToken: z.string() });
export type Session = z.infer<typeof session>;

/** A sign-in under way. */
const signIn = z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string(), to: z.string() });
export type SignIn = z.infer<typeof signIn>;

const signInSeconds = 600;

/**
 * The session lives in the browser, sealed: encrypted and authenticated with a key of the gateway's. So every gateway knows it, and none keeps
 * anything. It ends with the token inside.
 */
@Injectable()
export class SealedCookies {
  private readonly isSecure: boolean;

  constructor(private readonly settings: SessionSettings) {
    this.isSecure = settings.publicUrl.startsWith('https:');
  }

  async sessionCookie(held: Session, seconds: number): Promise<string> {
    return this.cookie(this.sessionName, await this.seal(held, seconds), { seconds, path: '/' });
  }

  async signInCookie(underWay: SignIn): Promise<string> {
    const sealed = await this.seal(underWay, signInSeconds);
    return this.cookie(signInName, sealed, { seconds: signInSeconds, path: signInPath });
  }

  /** For the browser to forget. */
  get goneCookies(): string[] {
    return [
      this.cookie(this.sessionName, '', { seconds: 0, path: '/' }),
      this.cookie(signInName, '', { seconds: 0, path: signInPath }),
    ];
  }

  session(header: string | undefined): Promise<Session | null> {
    return this.open(header, this.sessionName, session);
  }

  signIn(header: string | undefined): Promise<SignIn | null> {
    return this.open(header, signInName, signIn);
  }

  private get sessionName(): string {
    return this.isSecure ? '__Host-throughline' : 'throughline';
  }

  private cookie(name: string, value: string, at: { seconds: number; path: string }): string {
    // Lax: somebody who follows a link into the system from elsewhere is still signed in.
    return `${name}=${value}; Max-Age=${at.seconds}; Path=${at.path}; HttpOnly; SameSite=Lax${this.isSecure ? '; Secure' : ''}`;
  }

  private seal(held: Session | SignIn, seconds: number): Promise<string> {
    return new EncryptJWT({ ...held })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setIssuedAt()
      .setExpirationTime(`${seconds} seconds`)
      .encrypt(this.settings.key);
  }

  private async open<T>(header: string | undefined, name: string, shape: z.ZodType<T>): Promise<T | null> {
    const value = cookieOf(header, name);
    if (!value) return null;
    try {
      const { payload } = await jwtDecrypt(value, this.settings.key);
      return shape.safeParse(payload).data ?? null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null; // another key, tampered with, or over
      throw error;
    }
  }
}

const signInName = 'throughline_sign_in';
const signInPath = '/api/session';

const cookieOf = (header: string | undefined, name: string): string | null =>
  header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null;
