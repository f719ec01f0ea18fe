import { InvalidSettings } from '#platform';
import { readNotificationSettings } from './notification.settings.js';

const SECRETS_KEY = Buffer.alloc(32, 7).toString('base64');

describe('readNotificationSettings', () => {
  it('fills what is not set: nothing private, no mail, three days of tries', () => {
    expect(readNotificationSettings({ SECRETS_KEY, SMTP_URL: '' })).toMatchObject({
      allowsPrivateWebhooks: false,
      smtpUrl: null,
      capturesMail: false,
      publicUrl: 'http://127.0.0.1:3000',
      retryHours: 72,
    });
  });

  it('captures mail in the embedded start, unless there is a server to send it', () => {
    const embedded = { SECRETS_KEY, THROUGHLINE_EMBEDDED: 'true' };
    expect(readNotificationSettings(embedded).capturesMail).toBe(true);
    expect(readNotificationSettings({ ...embedded, SMTP_URL: 'smtp://127.0.0.1:25' }).capturesMail).toBe(false);
  });

  it('names every fault at once and no value', () => {
    const env = { SECRETS_KEY: 'c2hvcnQ=', WEBHOOK_ALLOW_PRIVATE: 'yes', SMTP_URL: 'http://u:hush@x', DELIVERY_RETRY_PAUSES: 'soon' }; // prettier-ignore
    const read = () => readNotificationSettings(env);
    expect(read).toThrow(InvalidSettings);
    expect(read).toThrow(/SECRETS_KEY[\s\S]*WEBHOOK_ALLOW_PRIVATE[\s\S]*SMTP_URL[\s\S]*DELIVERY_RETRY_PAUSES/);
    expect(read).not.toThrow(/hush|c2hvcnQ/);
    expect(() => readNotificationSettings({})).toThrow(/SECRETS_KEY is not set/);
  });
});
