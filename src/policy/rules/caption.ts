import type { Finding } from '../words/finding.ts';
import type { Facts, Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { classifyText } from '../names/classify-text.ts';
import { namedPupils, type NamedPupils } from '../names/named-pupils.ts';
import { webReadings } from '../names/web-readings.ts';
import { sayNames } from '../say-names.ts';

/** The words that travel with the photo, with how to call them. */
export function wordsBeside(facts: Facts): { readonly place: string; readonly text: string }[] {
  return [
    { place: 'The caption', text: facts.caption },
    { place: 'The alternative text', text: facts.altText },
  ].filter(({ text }) => text.trim() !== '');
}

function readBarredName(place: string, name: NamedPupils): Finding[] {
  if (name.barred.length === 0) return [];
  const isSure = name.confidence !== 'possible';
  const who = sayNames(name.barred);
  const reason = isSure
    ? `${place} names ${who}, who may not appear here.`
    : `${place} says "${name.part}", which may mean ${who}, who may not appear here.`;
  return [
    findingOf({
      code: isSure ? 'caption/on-register' : 'caption/perhaps-on-register',
      severity: isSure ? 'block' : 'review',
      reason,
      pupils: name.barred.map((pupil) => pupil.id),
    }),
  ];
}

/** A school's own web address belongs in a caption; other ways to reach somebody do not. */
function readContact(place: string, text: string): Finding[] {
  const kind = webReadings(text)
    .map(classifyText)
    .find((one) => one !== 'other' && one !== 'name');
  if (kind === undefined) return [];
  const reason = `${place} holds what looks like a way to reach somebody. Check that it is the school's own.`;
  return [findingOf({ code: `caption/${kind}`, severity: kind === 'web' ? 'note' : 'review', reason })];
}

/** Caption and alternative text: names of those who may not appear, and ways to reach somebody. */
export const captionRule: Rule<never> = {
  id: 'caption',
  asks: 'whether the words beside the photo name somebody',
  needs: [],
  judge: (_, facts) =>
    wordsBeside(facts).flatMap(({ place, text }) => [
      ...namedPupils(text, 'prose', facts).flatMap((name) => readBarredName(place, name)),
      ...readContact(place, text),
    ]),
};
