import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { modelPacks } from '../../../src/inference/packs/model-packs.ts';
import { readPacksInUse } from '../../../src/inference/packs/pack-choice.ts';
import { openPackFor } from '../../../src/inference/packs/open-pack.ts';
import { addPack } from '../../../src/pipeline/packs/add-pack.ts';
import { listPacks } from '../../../src/pipeline/packs/list-packs.ts';
import { readLicence } from '../../../src/pipeline/packs/read-licence.ts';
import { removePack, usePack, useShipped } from '../../../src/pipeline/packs/use-pack.ts';
import { matchingPackWith, measurementOf, tinySFace } from '../../support/tiny-matching-pack.ts';
import { packOf, tinyYuNet } from '../../support/tiny-yunet.ts';

const bytes = tinyYuNet();
const { signal } = new AbortController();
let folder: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/tiny.onnx') response.end(bytes);
    else if (request.url === '/long.onnx') response.end(Buffer.concat([bytes, bytes]));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'photoward-packs-')), 'models');
});
afterEach(() => {
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

const filesIn = (): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};
const handedOver = (content: Uint8Array): string => {
  const file = path.join(path.dirname(folder), 'handed-over.onnx');
  writeFileSync(file, content);
  return file;
};

describe('a model pack', () => {
  it('is fetched, used, and taken away again', async () => {
    const pack = packOf(bytes, `${origin}/tiny.onnx`);
    expect(await listPacks(folder, [pack])).toEqual([{ pack, state: 'not added', isInUse: false, whyUnusable: null }]);
    await addPack(folder, pack, { from: undefined, signal });
    expect(await listPacks(folder, [pack])).toEqual([{ pack, state: 'intact', isInUse: false, whyUnusable: null }]);
    await usePack(folder, pack);
    expect(await listPacks(folder, [pack])).toEqual([{ pack, state: 'intact', isInUse: true, whyUnusable: null }]);
    await expect(removePack(folder, pack)).rejects.toMatchObject({ code: 'wrong-state' });
    await useShipped(folder);
    await removePack(folder, pack);
    expect(filesIn()).toEqual(['in-use.json']);
    expect(await openPackFor('detection', readPacksInUse(folder))).toBeUndefined();
  });

  it('is read from a file that was handed over', async () => {
    const pack = packOf(bytes);
    await addPack(folder, pack, { from: handedOver(bytes), signal });
    expect(filesIn()).toEqual(['tiny.onnx']);
  });

  it('is refused when it is another file, and nothing is left behind', async () => {
    const altered = Uint8Array.from(bytes, (value, at) => (at === 100 ? value ^ 1 : value));
    await expect(addPack(folder, packOf(bytes), { from: handedOver(altered), signal })).rejects.toMatchObject({
      code: 'pack-refused',
    });
    const longer = packOf(bytes, `${origin}/long.onnx`);
    await expect(addPack(folder, longer, { from: undefined, signal })).rejects.toMatchObject({ code: 'pack-refused' });
    expect(filesIn()).toEqual([]);
  });

  it('says when it cannot be fetched or found', async () => {
    const missing = packOf(bytes, `${origin}/nowhere`);
    await expect(addPack(folder, missing, { from: undefined, signal })).rejects.toMatchObject({
      code: 'pack-unreachable',
    });
    await expect(addPack(folder, missing, { from: '/no/such/file', signal })).rejects.toMatchObject({
      code: 'file-not-found',
    });
  });

  it('cannot be used before it was added or when it was altered', async () => {
    const pack = packOf(bytes);
    await expect(usePack(folder, pack)).rejects.toMatchObject({ code: 'model-missing' });
    await addPack(folder, pack, { from: handedOver(bytes), signal });
    await expect(usePack(folder, pack, handedOver(bytes))).rejects.toMatchObject({ code: 'usage' });
    writeFileSync(path.join(folder, pack.file), 'something else');
    await expect(usePack(folder, pack)).rejects.toMatchObject({ code: 'model-altered' });
    expect((await listPacks(folder, [pack]))[0]?.state).toBe('altered');
    expect(filesIn()).toEqual(['tiny.onnx']);
  });

  it('for matching is used with what was measured of it, which is kept, and goes with it', async () => {
    const net = tinySFace();
    const pack = matchingPackWith(net);
    await addPack(folder, pack, { from: handedOver(net), signal });
    expect((await listPacks(folder, [pack]))[0]?.whyUnusable).toMatch(/--measured FILE/);
    await expect(usePack(folder, pack)).rejects.toMatchObject({ code: 'measurement-missing' });
    const measured = path.join(path.dirname(folder), 'measured.json');
    writeFileSync(measured, JSON.stringify({ ...(await measurementOf(pack)), sha256: 'b'.repeat(64) }));
    await expect(usePack(folder, pack, measured)).rejects.toMatchObject({ code: 'measurement-refused' });
    expect(filesIn()).toEqual([pack.file]);
    writeFileSync(measured, JSON.stringify(await measurementOf(pack)));
    await usePack(folder, pack, measured);
    expect((await listPacks(folder, [pack]))[0]).toMatchObject({ isInUse: true, whyUnusable: null });
    writeFileSync(path.join(folder, `${pack.id}.measured.json`), '{}');
    expect((await listPacks(folder, [pack]))[0]?.whyUnusable).toMatch('cannot be used');
    await usePack(folder, pack, measured);
    await useShipped(folder, 'detection');
    expect(readPacksInUse(folder)).toMatchObject({ detection: null, matching: pack.id });
    await useShipped(folder, 'matching');
    await usePack(folder, pack);
    expect(filesIn()).toEqual(['in-use.json', `${pack.id}.measured.json`, pack.file]);
    await useShipped(folder);
    await removePack(folder, pack);
    expect(filesIn()).toEqual(['in-use.json']);
  });

  it('stops the start when the chosen one is gone, rather than checking with fewer nets', async () => {
    const pack = packOf(bytes);
    await addPack(folder, pack, { from: handedOver(bytes), signal });
    await usePack(folder, pack);
    writeFileSync(path.join(folder, 'in-use.json'), '{"detection":"yunet-2026may","matching":null}');
    await expect(openPackFor('detection', readPacksInUse(folder))).rejects.toMatchObject({ code: 'model-missing' });
    writeFileSync(path.join(folder, 'in-use.json'), '{"detection":');
    expect(() => readPacksInUse(folder)).toThrow(expect.objectContaining({ code: 'model-altered' }));
  });

  it('has a licence with words and a checksum', async () => {
    for (const pack of modelPacks) {
      expect(pack.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect((await readLicence(pack)).length).toBeGreaterThan(500);
    }
  });
});
