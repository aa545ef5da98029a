import type { ContactKind } from '../words/finding-code.ts';
import type { TextRegion } from '../words/evidence.ts';
import type { Finding } from '../words/finding.ts';
import type { Facts, Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { classifyText } from '../names/classify-text.ts';
import { namesSchool } from '../names/names-school.ts';
import { readRegions, type RegionName } from '../names/read-regions.ts';
import { sayNames } from '../say-names.ts';
import { readBadge } from './read-badge.ts';

const contacts: Readonly<Record<ContactKind, string>> = {
  email: 'an e-mail address',
  phone: 'a telephone number',
  postcode: 'a postcode',
  handle: 'a social media name',
  web: 'a web address',
  plate: 'the number plate of a vehicle',
};

function readBarredName(name: RegionName): Finding[] {
  if (name.barred.length === 0) return [];
  const isSure = name.isReadable && name.confidence !== 'possible';
  const who = sayNames(name.barred);
  const reads = `Text ${name.region + 1} reads "${name.part}"`;
  const reason = isSure
    ? `${reads}: ${who}, who may not appear here.`
    : `${reads}, which may mean ${who}, who may not appear here.`;
  return [
    findingOf({
      code: isSure ? 'text/on-register' : 'text/perhaps-on-register',
      severity: isSure ? 'block' : 'review',
      subject: `text ${name.region + 1}`,
      reason,
      pupils: name.barred.map((pupil) => pupil.id),
    }),
  ];
}

/** Ways to reach somebody count from half the reading limit: their form speaks for them. */
function readContact(region: TextRegion, index: number, facts: Facts): Finding[] {
  if (region.score < facts.policy.text.readable / 2) return [];
  const kind = region.kind === 'other' || region.kind === 'name' ? classifyText(region.text) : region.kind;
  if (kind === 'other' || kind === 'name' || kind === 'badge') return [];
  const reason = `Text ${index + 1} is ${contacts[kind]}, which should not be readable in a picture.`;
  return [findingOf({ code: `text/${kind}`, severity: 'review', subject: `text ${index + 1}`, reason })];
}

/** A school's own name belongs on its own pages, so it is said, and asks for nothing. */
function readSchool(region: TextRegion, index: number, facts: Facts): Finding[] {
  if (region.score < facts.policy.text.readable || !namesSchool(region.text)) return [];
  const subject = `text ${index + 1}` as const;
  const reason = `Text ${index + 1} names a school: beside a face it tells where somebody can be found.`;
  return [findingOf({ code: 'text/school', severity: 'note', subject, reason })];
}

/** What can be read in the picture: names of those who may not appear, badges, and ways to reach somebody. */
export const textRule: Rule<'text'> = {
  id: 'text',
  asks: 'whether a name or an address can be read',
  needs: ['text'],
  judge: ({ text }, facts) => {
    const names = readRegions(text, facts);
    return [
      ...names.flatMap(readBarredName),
      ...text.flatMap((region, index) => [
        ...readContact(region, index, facts),
        ...readSchool(region, index, facts),
        ...readBadge(region, index, text, names),
      ]),
    ];
  },
};
