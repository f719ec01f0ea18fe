import { embeddedParts, readStartSettings } from './settings.js';

const failure = (args: string[], env: Record<string, string> = {}): string => {
  try {
    readStartSettings(args, env);
    return 'no fault';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('readStartSettings', () => {
  it('needs nothing', () => {
    const settings = readStartSettings([], { LOG_LEVEL: '' });
    expect(settings).toMatchObject({ isSeeded: true, isReset: false, watched: [] });
    expect(settings.ports).toEqual({
      apps: {
        gateway: 3000,
        'pain-plan': 3001,
        referral: 3002,
        scheduling: 3003,
        therapy: 3004,
        'behavioral-health': 3005,
        notification: 3006,
        identity: 3007,
      },
      postgres: 3008,
      kafka: 3009,
      kafkaController: 3010,
      redis: 3011,
    });
  });

  it('moves all ports together, and one by one', () => {
    const { ports } = readStartSettings(['--port', '4000'], { PORT_REFERRAL: '9999' });
    expect([ports.apps.gateway, ports.apps.referral, ports.redis]).toEqual([4000, 9999, 4011]);
  });

  it('names every fault at once', () => {
    const env = { KAFKA_BROKERS: 'nowhere', LOG_LEVEL: 'loud', CLINIC_TIME_ZONE: 'Mars', DATABASE_URL_PAINPLAN: 'x' };
    expect(failure(['--port', '65535'], env).split('\n')).toEqual([
      'Wrong settings:',
      '  --port: at most 65524, because the ports after it are used too',
      '  KAFKA_BROKERS: a list such as 127.0.0.1:9092,127.0.0.1:9093',
      '  CLINIC_TIME_ZONE: a time zone such as America/New_York',
      '  LOG_LEVEL: one of fatal, error, warn, info, debug',
      expect.stringContaining('DATABASE_URL_PAINPLAN: no such service; there are PAIN_PLAN, REFERRAL'),
      '.env.example explains every setting.',
    ]);
  });

  it('knows its own options only, and names of services only when it watches', () => {
    expect(failure(['--prot', '1'])).toContain("Unknown option '--prot'; there are --port");
    expect(failure(['pain-plan'])).toContain('Wrong settings');
    expect(failure(['--watch', 'painplan'])).toContain('painplan: no such service');
    expect(readStartSettings(['--watch', 'pain-plan'], {}).watched).toEqual(['pain-plan']);
    expect(readStartSettings(['--watch'], {}).watched).toHaveLength(8);
  });
});

describe('embeddedParts', () => {
  it('leaves out what the operator brings, and needs its ports no longer', () => {
    const parts = embeddedParts(
      readStartSettings([], {
        KAFKA_BROKERS: 'kafka.example:9092',
        REDIS_URL: 'redis://redis.example',
        OIDC_ISSUER: 'https://login.example',
        DATABASE_URL_REFERRAL: 'postgres://a:b@db.example/referral',
      }),
    );
    expect(parts).toMatchObject({ kafka: false, redis: false, identity: false });
    expect(parts.databases).not.toContain('referral');
    expect(parts.databases).toHaveLength(5);
    expect([...parts.ports.keys()]).toEqual([3000, 3001, 3002, 3003, 3004, 3005, 3006, 3008]);
  });
});
