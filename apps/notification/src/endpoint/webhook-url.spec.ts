import { checkWebhookHost, checkWebhookUrl, isPublicAddress } from './webhook-url.js';

const strict = { allowsPrivate: false };
const messageOf = (text: string, rules = strict): string => {
  try {
    checkWebhookUrl(text, rules);
    return 'accepted';
  } catch (error) {
    return (error as { errors: { message: string }[] }).errors[0]?.message ?? '';
  }
};

describe('checkWebhookUrl', () => {
  it.each([
    ['https://clinic.example.org/hooks', 'accepted'],
    ['https://8.8.8.8:8443/hooks?x=1', 'accepted'],
    ['http://clinic.example.org/hooks', 'must begin with https://'],
    ['ftp://clinic.example.org', 'must begin with https://'],
    ['nowhere', 'must be a URL such as https://clinic.example.org/hooks/throughline'],
    ['https://user:pass@clinic.example.org', 'must not carry a user name or a password'],
    ['https://clinic.example.org/#a', 'must not carry a fragment'],
    ['https://127.0.0.1/', 'must not be a private address'],
    ['https://2130706433/', 'must not be a private address'],
    ['https://0x7f.1/', 'must not be a private address'],
    ['https://10.1.2.3/', 'must not be a private address'],
    ['https://169.254.169.254/latest/meta-data', 'must not be a private address'],
    ['https://[::1]/', 'must not be a private address'],
    ['https://[::ffff:127.0.0.1]/', 'must not be a private address'],
    ['https://[fe80::1]/', 'must not be a private address'],
    ['https://[fd00::1]/', 'must not be a private address'],
  ])('%s: %s', (url, message) => expect(messageOf(url)).toBe(message));

  it('lets a test and the embedded start go to this machine by http', () => {
    expect(messageOf('http://127.0.0.1:8080/', { allowsPrivate: true })).toBe('accepted');
    expect(messageOf('ftp://127.0.0.1/', { allowsPrivate: true })).toBe('must begin with https://');
  });
});

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111'])('%s is one', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  it.each(['172.31.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::', 'ff02::1', 'x'])(
    '%s is none',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );
});

describe('checkWebhookHost', () => {
  it('refuses a name that stands for this machine, and one that stands for nothing', async () => {
    await expect(checkWebhookHost(new URL('https://localhost/'), strict)).rejects.toMatchObject({
      errors: [{ path: 'url', message: 'must not lead to a private address' }],
    });
    await expect(checkWebhookHost(new URL('https://nobody.invalid/'), strict)).rejects.toMatchObject({
      errors: [{ path: 'url', message: 'its host is not known to the name service' }],
    });
    await expect(checkWebhookHost(new URL('http://localhost/'), { allowsPrivate: true })).resolves.toBeUndefined();
  });
});
