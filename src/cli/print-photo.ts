import { styleText } from 'node:util';
import { mergeUnknown } from '../policy/merge-unknown.ts';
import type { Severity, VerdictName } from '../policy/words/finding.ts';
import type { CheckedPhoto } from './check-photos.ts';
import { openFindings } from './describe-photo.ts';

// Each has its own word and its own sign, so that colour is never needed.
const verdictLooks = {
  clear: { sign: '+', word: 'CLEAR', colour: 'green' },
  review: { sign: '?', word: 'REVIEW', colour: 'yellow' },
  block: { sign: 'x', word: 'BLOCK', colour: 'red' },
} as const satisfies Record<VerdictName, unknown>;

const severityWords: Readonly<Record<Severity, string>> = {
  block: 'block',
  review: 'review',
  unknown: 'unknown',
  note: 'note',
};

/** File names may hold anything, also what a terminal takes for a command. */
export function safeForTerminal(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

function whereTo({ cleanFile, drawnFile, verdict }: CheckedPhoto): string[] {
  const held = verdict.verdict === 'clear' ? 'clean copy' : 'clean copy, held';
  return [
    ...(cleanFile === null ? [] : [`${held}: ${cleanFile}`]),
    ...(drawnFile === null ? [] : [`marked picture: ${drawnFile}`]),
  ];
}

/** A photo's row and the lines below it: verdict, file, reasons, and where its copies are. */
export function printPhoto(photo: CheckedPhoto, withColour: boolean): string {
  const { sign, word, colour } = verdictLooks[photo.verdict.verdict];
  const cell = `${sign} ${word}`.padEnd(9);
  const { file } = photo.screened.evidence;
  const findings = mergeUnknown(openFindings(photo.verdict)).map(({ severity, reason }) => ({
    severity,
    line: `${`${severityWords[severity]}:`.padEnd(10)} ${reason}`,
  }));
  // Without a picture every check failed, for one and the same reason: said once, it is heard.
  const reasons =
    file.status === 'failed'
      ? [
          `failed:    ${file.error.message}`,
          ...findings.filter((one) => one.severity !== 'unknown').map((one) => one.line),
        ]
      : findings.map((one) => one.line);
  const lines = [...reasons, ...whereTo(photo)].map(safeForTerminal);
  return [
    `${withColour ? styleText(colour, cell, { validateStream: false }) : cell} ${safeForTerminal(photo.file)}`,
    ...lines.map((line) => `          ${line}`),
  ].join('\n');
}
