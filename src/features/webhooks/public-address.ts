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
 * No address at all, neighbours on the wire and groups: no setting opens them to a webhook. This machine itself may be
 * named, for a website that runs beside Photoward.
 */
const never = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 3],
] as const) {
  never.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  never.addSubnet(net, bits, 'ipv6');
}

/** Whether an address lies in one of some networks, each as 10.20.0.0/16 or a single address. */
function isWithin(address: string, networks: readonly string[]): boolean {
  const kind = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  if (isIP(address) === 0 || never.check(address, kind)) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [net = '', bits] = network.split('/', 2);
    const netKind = isIP(net) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(net, netKind);
    else list.addSubnet(net, Number(bits), netKind);
  }
  return list.check(address, kind);
}

/** Whether a webhook may go to an IP address: https to the open internet, anything to the networks named. */
export function mayReach(protocol: string, address: string, networks: readonly string[]): boolean {
  return isWithin(address, networks) || (protocol === 'https:' && isPublicAddress(address));
}

/**
 * A name look-up that only answers with addresses a webhook may go to. The connection is made to the very address that
 * was checked, so a name that changes its mind in between gains nothing.
 */
export function lookUpWithin(protocol: string, networks: readonly string[]): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error !== null) {
        callback(error, '', 0);
        return;
      }
      const first = addresses[0];
      if (first === undefined || !addresses.every(({ address }) => mayReach(protocol, address, networks))) {
        callback(new AppError('invalid-input', { detail: 'the address may not be reached' }), '', 0);
        return;
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** Why an address may not be subscribed, or null: https on the open internet, or what lies in the networks named. */
export function whyNotSubscribed(url: URL, networks: readonly string[]): string | null {
  if (url.username !== '' || url.password !== '') return 'must not hold a name or password';
  const mayBeInside = networks.length > 0;
  if (url.protocol !== 'https:' && !(mayBeInside && url.protocol === 'http:')) return 'must start with https://';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const where = mayBeInside
    ? 'must be on the open internet by https, or in a network named in the settings'
    : 'must be on the open internet';
  if (isIP(host) !== 0) return mayReach(url.protocol, host, networks) ? null : where;
  return !mayBeInside && /(^|\.)(localhost|local|internal)\.?$/i.test(host) ? where : null;
}
