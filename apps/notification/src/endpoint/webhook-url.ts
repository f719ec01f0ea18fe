import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { DomainError } from '#contracts';

/** Where no partner lives: this machine, its neighbours, links, documentation, multicast and what is reserved (IANA special-purpose). */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  special.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  special.addSubnet(network, prefix, 'ipv6');
}

export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 0) return false;
  // An IPv4 address in IPv6 clothes (::ffff:127.0.0.1) is matched by the IPv4 rules.
  return !special.check(address, family === 4 ? 'ipv4' : 'ipv6');
};

const refuse = (message: string): never => {
  throw new DomainError('invalid-input', 'This URL cannot be a webhook.', [{ path: 'url', message }]);
};

/** What stands in the URL itself. Returns it as it is kept. */
export function checkWebhookUrl(text: string, { allowsPrivate }: { allowsPrivate: boolean }): URL {
  const url = URL.parse(text);
  if (url === null) return refuse('must be a URL such as https://clinic.example.org/hooks/throughline');
  const isSecure = url.protocol === 'https:' || (allowsPrivate && url.protocol === 'http:');
  if (!isSecure) refuse('must begin with https://');
  if (url.username !== '' || url.password !== '') refuse('must not carry a user name or a password');
  if (url.hash !== '') refuse('must not carry a fragment');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowsPrivate && isIP(host) !== 0 && !isPublicAddress(host)) refuse('must not be a private address');
  return url;
}

/**
 * Also what its name stands for at this moment. That may change, so the connection is checked again when it is made; refusing here tells
 * the person who still has the form open.
 */
export async function checkWebhookHost(url: URL, { allowsPrivate }: { allowsPrivate: boolean }): Promise<void> {
  if (allowsPrivate) return;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true, verbatim: true }).catch(() => []);
  if (found.length === 0) refuse('its host is not known to the name service');
  if (!found.every(({ address }) => isPublicAddress(address))) refuse('must not lead to a private address');
}
