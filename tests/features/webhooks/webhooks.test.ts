import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isPublicAddress } from '../../../src/features/webhooks/public-address.ts';
import { sendSigned, signPayload } from '../../../src/features/webhooks/send-signed.ts';
import { startService } from '../../support/service/start-service.ts';
import { readyWorld, releaseAll, settle } from '../release/release-world.ts';

interface Received {
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A subscriber that answers with these statuses in turn, the last one for ever. */
async function subscriber(...statuses: number[]): Promise<{ readonly url: string; readonly received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      received.push({ path: request.url, headers: request.headers, body });
      const status = statuses[Math.min(received.length, statuses.length) - 1]!;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('thank you');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received };
}

describe('webhooks', () => {
  it('sign what they tell, say nothing about people, and try again', async () => {
    const service = await startService({ webhookNetworks: ['127.0.0.1'] });
    const { url, received } = await subscriber(500, 302, 204);
    const admin = await service.signInAs('admin');
    const { batchId } = await readyWorld(service, admin);
    const added = await admin.post('/api/webhooks', { url, events: ['photo.released'] });
    const { id, secret } = added.json as { id: string; secret: string };
    const releaseId = await releaseAll(service, batchId);
    expect(received).toHaveLength(1);
    for (const waitMs of [2_000, 4_000]) {
      service.clock.advance(waitMs);
      await settle(service);
    }
    expect(received.map(({ path }) => path)).toEqual(['/hook', '/hook', '/hook']);
    const { headers, body } = received.at(-1)!;
    const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['photoward-signature'] as string)!;
    expect(signature).toBe(signPayload(secret, Number(seconds), body));
    expect(signPayload(secret, Number(seconds) + 1, body)).not.toBe(signature);
    expect(Number(seconds)).toBe(Math.floor(service.clock.now().getTime() / 1_000));
    const told = JSON.parse(body) as Record<string, unknown>;
    expect(told).toMatchObject({ event: 'photo.released', releaseId, batchId, channelId: 'website' });
    expect(headers['photoward-delivery']).toBe(told.id);
    for (const word of ['Quennell', 'Spring', 'Children', 'IMG_']) expect(body).not.toContain(word);
    const { items } = (await admin.get(`/api/webhooks/${id}/deliveries`)).json as { items: { id: string }[] };
    expect(items).toMatchObject([{ state: 'delivered', attempts: 3, lastStatus: 204 }]);
    expect((await admin.post(`/api/webhook-deliveries/${items[0]!.id}/resend`)).status).toBe(204);
    await settle(service);
    expect(received).toHaveLength(4);
    expect((await admin.get('/api/webhooks')).text).not.toContain(secret);
    expect((await admin.send('DELETE', `/api/webhooks/${id}`)).status).toBe(204);
  });

  it('refuse addresses inside, and redirects and passwords', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const urls = [
      'http://hooks.oakfield.example/',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254/latest',
      'https://localhost/',
      'https://localhost./',
      'https://name:word@hooks.oakfield.example/',
      'ftp://hooks.oakfield.example/',
    ];
    for (const url of urls) {
      expect((await admin.post('/api/webhooks', { url, events: ['photo.released'] })).status, url).toBe(400);
    }
  });

  it('do not reach a name that leads inside', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const { url, received } = await subscriber(204);
    const { batchId } = await readyWorld(service, admin);
    const added = await admin.post('/api/webhooks', { url: 'https://hooks.example/', events: ['photo.released'] });
    const { id } = added.json as { id: string };
    await service.database
      .updateTable('webhooks')
      .set({ url: url.replace('http:', 'https:') })
      .execute();
    await releaseAll(service, batchId);
    const { items } = (await admin.get(`/api/webhooks/${id}/deliveries`)).json as { items: object[] };
    expect(items).toMatchObject([{ state: 'waiting', lastStatus: 0 }]);
    expect(received).toEqual([]);
  });

  it('reach a private network only when it is named, and the neighbours of this machine never', async () => {
    const service = await startService({ webhookNetworks: ['10.20.0.0/16', 'fd12::/16', '169.254.0.0/16'] });
    const admin = await service.signInAs('admin');
    const statuses: Record<string, number> = {};
    for (const host of [
      ...['http://10.20.3.4', 'https://10.20.3.4', 'http://[fd12::5]', 'https://8.8.8.8', 'http://www.school.internal'],
      ...['http://10.21.0.1', 'http://8.8.8.8', 'https://127.0.0.1', 'http://169.254.169.254', 'https://[fe80::1]'],
    ]) {
      statuses[host] = (await admin.post('/api/webhooks', { url: `${host}/`, events: ['photo.released'] })).status;
    }
    expect(Object.values(statuses)).toEqual([201, 201, 201, 201, 201, 400, 400, 400, 400, 400]);
  });

  it('do not go to a name that leads to a private network which is not named', async () => {
    const { url, received } = await subscriber(204);
    const named = url.replace('127.0.0.1', 'localhost');
    const delivery = { secret: 's', deliveryId: 'd', event: 'photo.released', payloadJson: '{}', sentAt: new Date() };
    const { signal } = new AbortController();
    const send = (networks: readonly string[]) => sendSigned({ ...delivery, url: named, networks, signal });
    await expect(send(['10.0.0.0/8'])).rejects.toThrow();
    expect(received).toEqual([]);
    expect(await send(['127.0.0.0/8', '::1'])).toBe(204);
  });

  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['10.1.2.3', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:8.8.8.8', false],
    ['2002:7f00:1::', false],
    ['not an address', false],
  ])('know whether %s is on the open internet: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});
