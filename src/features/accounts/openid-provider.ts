/** A service people can sign in with. */
export interface OpenidProvider {
  /** In addresses: 'microsoft', 'google'. */
  readonly id: string;
  /** On the button. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Google: the school's own domain, so that private accounts cannot be used. */
  readonly hostedDomain?: string;
  /** Only for a provider on this very machine, in tests. */
  readonly allowHttp?: boolean;
}

/** Microsoft 365. Always one tenant, never "common": anybody's tenant could claim anybody's e-mail address. */
export function microsoftProvider(tenant: string, clientId: string, clientSecret: string): OpenidProvider {
  const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
  return { id: 'microsoft', name: 'Microsoft 365', issuer, clientId, clientSecret };
}

/** Google Workspace of one domain. */
export function googleProvider(hostedDomain: string, clientId: string, clientSecret: string): OpenidProvider {
  return { id: 'google', name: 'Google', issuer: 'https://accounts.google.com', clientId, clientSecret, hostedDomain };
}
