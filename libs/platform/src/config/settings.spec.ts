import { InvalidSettings, readSettings } from './settings.js';

const good = {
  DATABASE_URL_PAIN_PLAN: 'postgres://a:b@127.0.0.1:5432/x',
  KAFKA_BROKERS: '127.0.0.1:3009,127.0.0.1:3019',
  OIDC_ISSUER: 'http://127.0.0.1:3007',
};

describe('readSettings', () => {
  it('fills what is not set', () => {
    expect(readSettings('pain-plan', { ...good, LOG_LEVEL: '' })).toEqual({
      service: 'pain-plan',
      auditRetentionYears: 6,
      host: '127.0.0.1',
      port: 3001,
      databaseUrl: good.DATABASE_URL_PAIN_PLAN,
      databasePoolSize: 12,
      kafkaBrokers: ['127.0.0.1:3009', '127.0.0.1:3019'],
      oidcIssuer: good.OIDC_ISSUER,
      redisUrl: null,
      oidcAudience: 'throughline',
      guestPublicKey: null,
      clockFile: null,
      logLevel: 'info',
    });
  });

  it('names every fault at once', () => {
    const read = () => readSettings('referral', { OIDC_ISSUER: 'nowhere', PORT_REFERRAL: 'x', LOG_LEVEL: 'loud' });
    expect(read).toThrow(InvalidSettings);
    expect(read).toThrow(
      /PORT_REFERRAL[\s\S]*DATABASE_URL_REFERRAL[\s\S]*KAFKA_BROKERS[\s\S]*OIDC_ISSUER[\s\S]*LOG_LEVEL/,
    );
  });

  it('asks the gateway for no database', () => {
    expect(readSettings('gateway', { OIDC_ISSUER: good.OIDC_ISSUER }).databaseUrl).toBeNull();
  });
});
