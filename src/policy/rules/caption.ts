import type { Finding } from '../words/finding.ts';
import type { Facts, Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { classifyText } from '../names/classify-text.ts';
import { namedPupils, type NamedPupils } from '../names/named-pupils.ts';
import { webReadings } from '../names/web-readings.ts';
import { sayNames } from '../say-names.ts';

/** Words that travel with the photo or may be put above it, with how to call them and what findings in them are called. */
interface WordsBeside {
  readonly kind: 'caption' | 'title';
  readonly place: string;
  readonly text: string;
}

export function wordsBeside(facts: Facts): WordsBeside[] {
  const all: readonly WordsBeside[] = [
    { kind: 'title', place: 'The title of the batch', text: facts.title },
    { kind: 'caption', place: 'The caption', text: facts.caption },
    { kind: 'caption', place: 'The alternative text', text: facts.altText },
  ];
  return all.filter(({ text }) => text.trim() !== '');
}

function readBarredName({ kind, place }: WordsBeside, name: NamedPupils): Finding[] {
  if (name.barred.length === 0) return [];
  const isSure = name.confidence !== 'possible';
  const who = sayNames(name.barred);
  const reason = isSure
    ? `${place} names ${who}, who may not appear here.`
    : `${place} says "${name.part}", which may mean ${who}, who may not appear here.`;
  return [
    findingOf({
      code: isSure ? `${kind}/on-register` : `${kind}/perhaps-on-register`,
      severity: isSure ? 'block' : 'review',
      reason,
      pupils: name.barred.map((pupil) => pupil.id),
    }),
  ];
}

/** A school's own web address belongs in a caption; other ways to reach somebody do not. */
function readContact({ kind, place, text }: WordsBeside): Finding[] {
  const contact = webReadings(text)
    .map(classifyText)
    .find((one) => one !== 'other' && one !== 'name');
  if (contact === undefined) return [];
  const reason = `${place} holds what looks like a way to reach somebody. Check that it is the school's own.`;
  return [findingOf({ code: `${kind}/${contact}`, severity: contact === 'web' ? 'note' : 'review', reason })];
}

/** Title, caption and alternative text: names of those who may not appear, and ways to reach somebody. */
export const captionRule: Rule<never> = {
  id: 'caption',
  asks: 'whether the words beside the photo name somebody',
  needs: [],
  judge: (_, facts) =>
    wordsBeside(facts).flatMap((words) => [
      ...namedPupils(words.text, 'prose', facts).flatMap((name) => readBarredName(words, name)),
      ...readContact(words),
    ]),
};
