import type { Role } from '../../../src/policy/words/role.ts';
import type { Client, Reply } from '../../support/service/client.ts';
import { type TestService } from '../../support/service/start-service.ts';

export interface Detail {
  readonly version: number;
  readonly state: string;
  readonly verdict: string;
  readonly block: string | null;
  readonly lineUpLeft: number;
  readonly faces: readonly { readonly number: number }[];
  readonly output: { readonly id: string; readonly checkState: string; readonly change: unknown } | null;
  readonly history: readonly { readonly who: string; readonly decision: Record<string, string> | null }[];
}

export const pathOf = (photoId: string, rest = ''): string => `/api/moderation/photos/${photoId}${rest}`;

export const read = async (client: Client, photoId: string): Promise<Detail> =>
  (await client.get(pathOf(photoId))).json as Detail;

export const approve = { decision: 'approve', reasonCode: 'all-permitted', note: '' };

/** Approve the photo as it is now. */
export async function approveNow(client: Client, photoId: string): Promise<Reply> {
  return await client.post(pathOf(photoId, '/decision'), {
    ...approve,
    version: (await read(client, photoId)).version,
  });
}

export async function answer(client: Client, photoId: string, given: Readonly<Record<string, string>>): Promise<Reply> {
  const { version } = await read(client, photoId);
  const answers = Object.entries(given).map(([pupilId, said]) => ({ pupilId, answer: said }));
  return await client.post(pathOf(photoId, '/line-up'), { version, answers });
}

export async function another(service: TestService, role: Role): Promise<Client> {
  return await service.signIn((await service.addAccount(role)).email);
}
