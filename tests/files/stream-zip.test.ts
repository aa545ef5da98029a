import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { streamZip } from '../../src/files/stream-zip.ts';
import { readZip } from '../support/read-zip.ts';

it('holds bytes and streams under their names', async () => {
  const zip = streamZip([
    { name: 'a.txt', content: Buffer.from('one') },
    { name: 'b/c.jpg', content: () => Readable.from([Buffer.from('two')]), bytes: 3 },
  ]);
  const files = await readZip(await buffer(zip));
  expect([...files].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    ['a.txt', 'one'],
    ['b/c.jpg', 'two'],
  ]);
});

it('ends with the error of a file that cannot be read, and takes nothing else down', async () => {
  const broken = (): Readable =>
    new Readable({
      read() {
        this.destroy(new Error('damaged'));
      },
    });
  await expect(buffer(streamZip([{ name: 'a', content: broken }]))).rejects.toThrow('damaged');
  const tooShort = streamZip([{ name: 'a', content: () => Readable.from([Buffer.from('two')]), bytes: 9 }]);
  await expect(buffer(tooShort)).rejects.toThrow();
});
