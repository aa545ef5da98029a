import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';

/**
 * A real OpenID provider in a process of its own: prints its issuer, then serves. PUT /person says who is "signed in"
 * there when a browser arrives; its sign-in and consent pages are answered with yes.
 */
interface Person {
  readonly sub: string;
}

let person: Person = { sub: 'nobody' };

const server = createServer();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'photoward',
      client_secret: 'a-secret-for-tests-only-32-bytes',
      redirect_uris: ['http://127.0.0.1/callback'],
    },
  ],
  claims: { openid: ['sub', 'hd'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['test'] },
  findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...person, sub }) }),
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
});
// Each test's service has another port.
provider.Client.prototype.redirectUriAllowed = () => true;

async function answerYes(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId: person.sub } });
    return;
  }
  const grant = new provider.Grant({ accountId: person.sub, clientId: String(params.client_id) });
  grant.addOIDCScope('openid email profile');
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

const handle = provider.callback();

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'PUT') {
    person = JSON.parse(await text(request)) as Person;
    response.end();
  } else if (request.url?.startsWith('/interaction/') === true) await answerYes(request, response);
  else await handle(request, response);
}

server.on('request', (request, response) => {
  void serve(request, response);
});
process.stdout.write(`issuer ${issuer}\n`);
