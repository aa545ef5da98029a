import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { runCommand } from '../src/cli/run-command.ts';
import { demoPhoto, referenceCrop, withBadge } from '../tests/support/make-photos.ts';

// The pictures in the README: the demo photos checked against a register of two invented pupils.
const figures = path.join(import.meta.dirname, '..', 'docs', 'figures');
const registerCsv = `pupil id,first name,last name,restricted,biometric,website
4711,Freya,Lindqvist,no,granted,refused
4713,Maya,Khan,no,not-asked,refused
`;
const widthPx = 900;

const folder = await mkdtemp(path.join(tmpdir(), 'photoward-figures-'));
try {
  const school = path.join(folder, 'school');
  await mkdir(path.join(school, 'photos', '4711'), { recursive: true });
  await writeFile(path.join(school, 'register.csv'), registerCsv);
  await writeFile(path.join(school, 'photos', '4711', 'portrait.jpg'), await referenceCrop());
  const badge = path.join(folder, 'badge.jpg');
  await writeFile(badge, await withBadge(demoPhoto(4), 'Maya KHAN', { left: 60, top: 60 }));
  const photos = [demoPhoto(1), badge];
  const drawn: string[] = [];
  await runCommand(
    ['check', ...photos, '--register', school, '--channel', 'website', '--draw', path.join(folder, 'drawn'), '--json'],
    {
      env: {},
      signal: new AbortController().signal,
      output: {
        result: (line) => drawn.push((JSON.parse(line) as { drawn: string }).drawn),
        notice: () => undefined,
        resultsOnTerminal: false,
        noticesOnTerminal: false,
        noticeStream: process.stderr,
      },
    },
  );
  await mkdir(figures, { recursive: true });
  for (const [index, name] of ['pupil.jpg', 'badge.jpg'].entries()) {
    await sharp(drawn[index]).resize({ width: widthPx }).jpeg({ quality: 80 }).toFile(path.join(figures, name));
  }
} finally {
  await rm(folder, { recursive: true });
}
