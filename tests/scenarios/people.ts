import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { accountEndpoints } from '../../src/contract/accounts.ts';
import { sessionEndpoints } from '../../src/contract/sign-in.ts';
import { openCaller, type Caller } from '../../src/demo/open-caller.ts';
import { readZip } from '../../src/files/read-zip.ts';
import type { Role } from '../../src/policy/words/role.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

const password = 'violin Harbour 42 lamps';
const addressOf = (name: string): string => `${name}@oakfield.example`;

/** Six people, each with one role; two of them moderators. Everybody but the first comes by invitation. */
export async function signInSix(origin: string, setUpLink: string) {
  const admin = openCaller(origin);
  const { id } = await admin.ask(sessionEndpoints.completeSetUp, {
    body: {
      token: setUpLink.split('#')[1]!,
      schoolName: 'Oakfield',
      displayName: 'Jo Head',
      email: addressOf('admin'),
      password,
    },
  });
  const join = async (name: string, role: Role): Promise<{ readonly id: string; readonly caller: Caller }> => {
    const body = { displayName: `The ${name}`, email: addressOf(name), roles: [role] };
    const { link } = await admin.ask(accountEndpoints.invite, { body });
    const caller = openCaller(origin);
    const token = link.split('#')[1]!;
    return { id: (await caller.ask(accountEndpoints.acceptInvitation, { body: { token, password } })).id, caller };
  };
  return {
    admin: { id, caller: admin },
    office: await join('office', 'office'),
    dsl: await join('dsl', 'dsl'),
    moderator: await join('moderator', 'moderator'),
    second: await join('second', 'moderator'),
    staff: await join('staff', 'staff'),
  };
}

export type Six = Awaited<ReturnType<typeof signInSix>>;

/** The files of a ZIP that one of them downloads, by name. */
export async function downloadZip(origin: string, name: string, address: string): Promise<Map<string, Buffer>> {
  const session = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email: addressOf(name), password }),
  });
  const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!;
  const reply = await fetch(origin + address, { headers: { cookie } });
  const [folder, files] = [freshFolder(), new Map<string, Buffer>()];
  const zip = path.join(folder, 'download.zip');
  await writeFile(zip, Buffer.from(await reply.arrayBuffer()));
  const limits = { maxFiles: 100, maxBytesPerFile: 50_000_000, maxBytesTogether: 500_000_000 };
  for await (const file of readZip(zip, folder, limits)) files.set(file.name, await readFile(file.path));
  return files;
}
