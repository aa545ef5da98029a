import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { AppError } from '../../lib/app-error.ts';

/** Everything that is not the open internet: this machine, private and shared networks, tests, groups, translations. */
const inside = new BlockList();
const v4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
for (const [net, bits] of v4) inside.addSubnet(net, bits, 'ipv4');

/** Of IPv6 only the global range counts, without documentation and the ranges that carry IPv4 inside. */
const outside = new BlockList();
outside.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  inside.addSubnet(net, bits, 'ipv6');
}

/** Whether an IP address belongs to the open internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !inside.check(address, 'ipv4');
  return isIP(address) === 6 && outside.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

/**
 * A name look-up that only answers with addresses of the open internet. The connection is made to the very address that
 * was checked, so a name that changes its mind in between gains nothing.
 */
export const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) {
      callback(error, '', 0);
      return;
    }
    const first = addresses[0];
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
      callback(new AppError('invalid-input', { detail: 'the address is not on the open internet' }), '', 0);
      return;
    }
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** Whether an address may be subscribed: https on the open internet without a password, or anything where allowed. */
export function whyNotSubscribed(url: URL, mayBePrivate: boolean): string | null {
  if (url.username !== '' || url.password !== '') return 'must not hold a name or password';
  if (url.protocol !== 'https:' && !(mayBePrivate && url.protocol === 'http:')) return 'must start with https://';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (mayBePrivate) return null;
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'must be on the open internet';
  return /(^|\.)(localhost|local|internal)$/i.test(host) ? 'must be on the open internet' : null;
}
