import type { Endpoint } from '../../contract/endpoint.ts';

/** What fills an endpoint's address. */
export interface AddressValues {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
}

/** The address of an endpoint, for calls, links, `<img src>` and downloads. Undefined query values are left out. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, { params = {}, query = {} }: AddressValues = {}): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') {
        search.append(name, String(one));
      }
    }
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
