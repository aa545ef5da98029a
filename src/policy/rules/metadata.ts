import type { MetadataEvidence } from '../words/evidence.ts';
import type { Finding } from '../words/finding.ts';
import type { Pupil } from '../words/people.ts';
import type { Facts, Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { namedPupils } from '../names/named-pupils.ts';
import { wholeNames } from '../names/whole-names.ts';
import { sayNames } from '../say-names.ts';

const same = (a: string | null | undefined, b: string): boolean => a?.trim().toLowerCase() === b.trim().toLowerCase();

/** Against the school's list of cameras and phones, where it keeps one. */
function readDevice(metadata: MetadataEvidence, { policy }: Facts): Finding[] {
  const { cameraMake, cameraModel, serialNumber } = metadata;
  if (policy.devices.length === 0) return [];
  const isSchools = policy.devices.some(
    (device) =>
      same(cameraMake, device.make) &&
      same(cameraModel, device.model) &&
      (device.serial === undefined || same(serialNumber, device.serial)),
  );
  if (isSchools) return [];
  const isNamed = cameraMake !== null || cameraModel !== null;
  const reason = isNamed
    ? "This photo was not taken with one of the school's own devices."
    : "Nothing says which device took this photo, so it may not be one of the school's own.";
  return [findingOf({ code: 'metadata/not-a-school-device', severity: 'review', subject: 'file', reason })];
}

function readCopyright({ copyright }: MetadataEvidence, { policy }: Facts): Finding[] {
  const notice = copyright?.trim() ?? '';
  if (notice === '') return [];
  const holders = policy.copyrightHolders;
  if (holders.some((holder) => notice.toLowerCase().includes(holder.toLowerCase()))) return [];
  const severity = holders.length === 0 ? 'note' : 'review';
  const reason = `The file says "Copyright: ${notice.slice(0, 80)}". Make sure the school may publish it.`;
  return [findingOf({ code: 'metadata/copyright', severity, subject: 'file', reason })];
}

/** Somebody wrote a name into the file: the best hint there is that the pupil is in the picture. */
function readPeople(metadata: MetadataEvidence, facts: Facts): Finding[] {
  const { people, keywords, captions } = metadata;
  const tags = [...people, ...keywords].flatMap((tag) => namedPupils(tag, 'tag', facts));
  const named = [...tags, ...captions.flatMap((caption) => namedPupils(caption, 'prose', facts))];
  const tagged = new Map(named.flatMap(({ barred }) => barred.map((pupil) => [pupil.id, pupil])));
  // An album's title, a path, what some program wrote for itself.
  const others = metadata.items.map(({ value }) => value);
  const elsewhere = new Map(
    wholeNames(others, facts)
      .flatMap(({ barred }) => barred)
      .filter(({ id }) => !tagged.has(id))
      .map((pupil) => [pupil.id, pupil]),
  );
  const say = (pupil: Pupil, how: string): Finding =>
    findingOf({
      code: 'metadata/on-register',
      severity: 'review',
      subject: 'file',
      reason: `The file ${how} the name of ${sayNames([pupil])}, who may not appear here. Look for them.`,
      pupils: [pupil.id],
    });
  return [
    ...[...tagged.values()].map((pupil) => say(pupil, 'was tagged with')),
    ...[...elsewhere.values()].map((pupil) => say(pupil, 'holds')),
  ];
}

/** What the file held besides the picture: what was removed, and what it says about people, device and copyright. */
export const metadataRule: Rule<'metadata'> = {
  id: 'metadata',
  asks: 'what the file held besides the picture',
  needs: ['metadata'],
  judge: ({ metadata }, facts) => [
    ...(metadata.summary === null
      ? []
      : [
          findingOf({
            code: 'metadata/removed',
            severity: 'note',
            subject: 'file',
            reason: `${metadata.summary.replace(/[.\s]*$/, '.')} All of it is left out of the clean copy.`,
          }),
        ]),
    ...readDevice(metadata, facts),
    ...readCopyright(metadata, facts),
    ...readPeople(metadata, facts),
  ],
};
